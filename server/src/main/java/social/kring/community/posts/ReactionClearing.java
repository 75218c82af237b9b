package social.kring.community.posts;

import java.util.stream.Stream;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** Clears away who favoured, boosted and kept a deleted post, or voted in it, some at a time. */
final class ReactionClearing implements JobHandler {
  static final String KIND = "posts.clear_reactions";

  private static final int BATCH = 500;

  private final Tables tables;
  private final Database database;

  ReactionClearing(Tables tables, Database database) {
    this.tables = tables;
    this.database = database;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Tree details) {
    var post = details.number("post").orElseThrow();
    while (database.transaction(tx -> clearSome(tx, post))) {
      // Each batch is a transaction of its own.
    }
  }

  private boolean clearSome(Transaction tx, long post) {
    var favourites = tables.favourites().deleteSome(tx, post, BATCH);
    var boosts = tables.boosts().deleteSome(tx, post, BATCH);
    var bookmarks = tables.bookmarks().deleteSome(tx, post, BATCH);
    boosts.stream()
        .filter(BoostRow::open)
        .map(BoostRow::booster)
        .sorted()
        .forEach(booster -> tables.counts().remove(tx, booster));
    var votes = tables.votes().deleteSome(tx, post, BATCH);
    return Stream.of(favourites, boosts.size(), bookmarks, votes).anyMatch(gone -> gone == BATCH);
  }
}
