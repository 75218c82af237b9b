package social.kring.community.posts;

import java.time.Clock;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** A poll has ended: its author and all who voted here are told, and peers how it came out. */
final class PollEnding implements JobHandler {
  static final String KIND = "posts.end_poll";

  private final Database database;
  private final Tables tables;
  private final PostStore store;
  private final Publishing publishing;
  private final Clock clock;

  PollEnding(
      Database database, Tables tables, PostStore store, Publishing publishing, Clock clock) {
    this.database = database;
    this.tables = tables;
    this.store = store;
    this.publishing = publishing;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Tree details) {
    var post = details.number("post").orElseThrow();
    database.transaction(
        tx -> {
          tables.posts().lock(tx, post).filter(this::isOver).ifPresent(row -> end(tx, row));
          return null;
        });
  }

  /** It may have been edited to end later, and another job does that. */
  private boolean isOver(PostRow post) {
    return !post.deleted()
        && post.body()
            .poll()
            .filter(poll -> poll.expired(clock.instant()) && !poll.ended())
            .isPresent();
  }

  private void end(Transaction tx, PostRow post) {
    var body = post.body();
    var ended = post.with(body.with(body.poll().orElseThrow().over()));
    store.refresh(tx, ended);
    publishing.pollEnded(tx, ended, tables.tags());
  }
}
