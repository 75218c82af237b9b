package social.kring.community.posts;

import java.util.HashSet;
import java.util.Optional;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Fetches what an answer answers, upwards until something is known or the thread begins. */
final class ThreadFetch implements JobHandler {
  static final String KIND = "posts.fetch_thread";

  private static final int DEEPEST = 50;

  private final Database database;
  private final PostTable posts;
  private final PostStore store;
  private final ThreadErrands errands;

  ThreadFetch(Database database, PostTable posts, PostStore store, ThreadErrands errands) {
    this.database = database;
    this.posts = posts;
    this.store = store;
    this.errands = errands;
  }

  /**
   * @param answer whose parent is not known here
   */
  static Tree details(FediUrl missing, PostRow answer) {
    return Tree.builder().put("uri", missing).put("thread", answer.thread().conversation()).build();
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
    var missing = details.id("uri").orElseThrow();
    errands.go(
        new ThreadErrands.Task(KIND, missing.text(), details),
        missing,
        details.string("thread"),
        errand -> climb(missing, errand));
  }

  private void climb(FediUrl missing, ThreadErrand errand) {
    var next = Optional.of(missing);
    var seen = new HashSet<FediUrl>();
    while (next.isPresent() && seen.size() < DEEPEST && seen.add(next.get())) {
      next = step(next.get(), errand);
    }
  }

  /** What stands above, if that is still to be fetched. */
  private Optional<FediUrl> step(FediUrl uri, ThreadErrand errand) {
    var known = posts.byUri(database, uri);
    known.ifPresent(this::adopt);
    return known.isPresent()
        ? Optional.empty()
        : errand
            .ask(uri)
            .flatMap(Offered::post)
            .flatMap(post -> errand.keep(post, Intake.Occasion.THREAD))
            .filter(post -> post.thread().parent().isEmpty())
            .flatMap(post -> post.thread().inReplyTo());
  }

  /** It came in at the same time as its answer, so that neither saw the other. */
  private void adopt(PostRow parent) {
    database.transaction(
        tx -> {
          posts.lock(tx, parent.id()).ifPresent(row -> store.adopt(tx, row));
          return null;
        });
  }
}
