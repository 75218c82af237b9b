package social.kring.community.scheduling;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.community.Foundation;
import social.kring.community.media.Uploads;
import social.kring.community.posts.Draft;
import social.kring.community.posts.Posts;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** Publishes what was written earlier, at its time. */
final class ScheduledPublishing implements JobHandler {
  static final String KIND = "scheduling.publish";

  private static final Logger log = LoggerFactory.getLogger(ScheduledPublishing.class);

  private final Foundation base;
  private final ScheduleTable table;
  private final Posts posts;
  private final Uploads uploads;

  ScheduledPublishing(Foundation base, ScheduleTable table, Posts posts, Uploads uploads) {
    this.uploads = uploads;
    this.base = base;
    this.table = table;
    this.posts = posts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Names of people elsewhere may have to be looked up. */
  @Override
  public boolean asksOthers() {
    return true;
  }

  @Override
  public void run(Tree details) {
    table
        .byId(base.database(), details.number("id").orElseThrow())
        .filter(entry -> !entry.post().at().isAfter(base.clock().instant()))
        .ifPresent(this::publish);
  }

  private void publish(ScheduleTable.Entry entry) {
    var author = base.actors().byId(base.database(), entry.actor());
    if (author.filter(actor -> actor.standing().active()).isEmpty()) {
      forget(entry);
      return;
    }
    try {
      publish(author.get(), entry.post());
    } catch (Problem problem) {
      giveUp(entry, problem);
    }
  }

  /** What it answered may be gone meanwhile; then it stands by itself. */
  private void publish(ActorRow author, ScheduledPost post) {
    try {
      create(author, post, post.draft());
    } catch (Problem problem) {
      if (problem.kind() != Problem.Kind.NOT_FOUND || post.draft().inReplyTo().isEmpty()) {
        throw problem;
      }
      create(author, post, post.draft().answeringNothing());
    }
  }

  private void create(ActorRow author, ScheduledPost post, Draft draft) {
    posts.createOnce(author, draft.unkeyed(), tx -> take(tx, post.id()));
  }

  /** What was kept for it is free to be shown now. */
  private boolean take(Transaction tx, long id) {
    uploads.detach(tx, id);
    return table.delete(tx, id);
  }

  private void forget(ScheduleTable.Entry entry) {
    base.database().transaction(tx -> take(tx, entry.post().id()));
  }

  /** What can never be published is not tried again; all else is. */
  private void giveUp(ScheduleTable.Entry entry, Problem problem) {
    switch (problem.kind()) {
      case INVALID, NOT_FOUND, FORBIDDEN -> {
        forget(entry);
        log.atWarn()
            .addKeyValue("scheduled", entry.post().id())
            .addKeyValue("kind", problem.kind())
            .log("A scheduled post could not be published");
      }
      default -> throw problem;
    }
  }
}
