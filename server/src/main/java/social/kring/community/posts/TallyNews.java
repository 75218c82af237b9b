package social.kring.community.posts;

import java.util.Optional;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** Tells peers how a poll from here stands. */
final class TallyNews implements JobHandler {
  static final String KIND = "posts.tell_tallies";

  private final Database database;
  private final Tables tables;
  private final Publishing publishing;

  TallyNews(Database database, Tables tables, Publishing publishing) {
    this.database = database;
    this.tables = tables;
    this.publishing = publishing;
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
          open(tx, post).ifPresent(row -> publishing.tallied(tx, row, tables.tags()));
          return null;
        });
  }

  /** What a poll that has ended came to was told at its end. */
  private Optional<PostRow> open(Transaction tx, long post) {
    return tables
        .posts()
        .lock(tx, post)
        .filter(row -> row.local() && !row.deleted())
        .filter(row -> row.body().poll().filter(poll -> !poll.ended()).isPresent());
  }
}
