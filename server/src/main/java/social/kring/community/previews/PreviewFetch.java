package social.kring.community.previews;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.community.Foundation;
import social.kring.platform.events.Happening;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** Fetches what lies behind a link, once for all posts that link to it. */
final class PreviewFetch implements JobHandler {
  static final String KIND = "previews.fetch";

  private static final Logger log = LoggerFactory.getLogger(PreviewFetch.class);
  private static final int MOST_TRIES = 3;
  private static final Duration REST = Duration.ofMinutes(10);

  /** Older posts are seldom kept in memory, and then not for long. */
  private static final int MOST_TOLD = 500;

  private final Foundation base;
  private final PreviewTable previews;
  private final LinkTable links;
  private final Pages pages;

  PreviewFetch(Foundation base, PreviewTable previews, LinkTable links, Pages pages) {
    this.base = base;
    this.previews = previews;
    this.links = links;
    this.pages = pages;
  }

  static Tree details(long preview, long tries) {
    return Tree.builder().put("preview", preview).put("tries", tries).build();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean asksOthers() {
    return true;
  }

  @Override
  public void run(Tree details) {
    previews
        .byId(base.database(), details.number("preview").orElseThrow())
        .filter(PreviewFetch::isWanted)
        .ifPresent(row -> fetch(row, details.number("tries").orElse(0L)));
  }

  /** Not where an earlier run was done and could not say so. */
  private static boolean isWanted(PreviewRow row) {
    return row.fetched().isEmpty()
        || row.wanted().filter(wanted -> wanted.isAfter(row.fetched().get())).isPresent();
  }

  private void fetch(PreviewRow row, long tries) {
    try {
      keep(row, PageReader.read(pages.at(row.url())));
    } catch (Problem problem) {
      log.atDebug()
          .addKeyValue("preview", row.id())
          .addKeyValue("reason", problem.getMessage())
          .log("a link has no preview");
      if (problem.kind() == Problem.Kind.UNAVAILABLE && tries + 1 < MOST_TRIES) later(row, tries);
      else keep(row, Optional.empty());
    }
  }

  private void later(PreviewRow row, long tries) {
    var due = base.clock().instant().plus(REST.multipliedBy(tries + 1));
    base.database()
        .transaction(
            tx -> {
              base.jobs()
                  .schedule(tx, KIND, Long.toString(row.id()), details(row.id(), tries + 1), due);
              return null;
            });
  }

  private void keep(PreviewRow row, Optional<Preview> found) {
    base.database()
        .transaction(
            tx -> {
              previews.fetched(tx, row.id(), found, base.clock().instant());
              if (found.isPresent() && !found.equals(row.card())) tell(tx, row.id());
              return null;
            });
  }

  private void tell(Transaction tx, long preview) {
    var posts = links.posts(tx, preview, MOST_TOLD);
    if (!posts.isEmpty()) base.events().record(tx, shown(preview, posts));
  }

  static Happening shown(long preview, List<Long> posts) {
    return Happening.here("preview.shown", preview, Tree.builder().put("posts", posts).build());
  }
}
