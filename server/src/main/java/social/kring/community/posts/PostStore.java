package social.kring.community.posts;

import java.time.Instant;
import java.util.List;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Transaction;

/** Stores posts with whom and what they name, and keeps all counts equal to what they count. */
final class PostStore {
  private final Tables tables;
  private final Ids ids;

  PostStore(Tables tables, Ids ids) {
    this.tables = tables;
    this.ids = ids;
  }

  /**
   * @return whether it is new; a known one is left as it is
   */
  boolean add(Transaction tx, NewPost post) {
    var row = post.row();
    if (!tables.posts().insert(tx, row)) return false;
    tables.mentions().insert(tx, row.id(), post.mentions());
    tables.tags().insert(tx, row.id(), post.tags());
    if (row.open()) {
      tables.counts().add(tx, row.author(), row.state().published());
      row.thread().parent().ifPresent(parent -> tables.posts().countReplies(tx, parent.post(), 1));
    }
    adopt(tx, row);
    return true;
  }

  /**
   * Stores several posts from elsewhere that answer nothing.
   *
   * @return those that are new; all others are left as they are
   */
  List<NewPost> addAll(Transaction tx, List<NewPost> posts) {
    var stored = tables.posts().insertAll(tx, posts.stream().map(NewPost::row).toList());
    var added = posts.stream().filter(post -> stored.contains(post.row().id())).toList();
    tables.mentions().insertAll(tx, added);
    tables.tags().insertAll(tx, added);
    var rows = added.stream().map(NewPost::row).toList();
    tables.counts().addAll(tx, rows.stream().filter(PostRow::open).toList());
    var answered = tables.posts().answered(tx, rows);
    rows.stream().filter(row -> answered.contains(row.uri().text())).forEach(row -> adopt(tx, row));
    return added;
  }

  /** Joins the answers to a post that were here before it. */
  void adopt(Transaction tx, PostRow parent) {
    var open = tables.posts().adopt(tx, parent);
    if (open > 0) {
      tables.posts().countReplies(tx, parent.id(), open);
    }
  }

  /** Replaces what a post says and keeps what it said. */
  void revise(Transaction tx, PostRow before, PostRow after, Mentions mentions, List<String> tags) {
    tables.edits().insert(tx, ids.next(), before);
    tables.posts().update(tx, after);
    tables.mentions().silence(tx, after.id());
    tables.mentions().insert(tx, after.id(), mentions);
    tables.tags().delete(tx, after.id());
    tables.tags().insert(tx, after.id(), tags);
  }

  /** Replaces what is no edit: the tallies of a poll. */
  void refresh(Transaction tx, PostRow post) {
    tables.posts().update(tx, post);
  }

  /** Leaves a tombstone. Who favoured or boosted it is cleared away later. */
  void bury(Transaction tx, PostRow post, Instant at) {
    tables.posts().bury(tx, post.id(), at);
    tables.edits().delete(tx, post.id());
    tables.tags().delete(tx, post.id());
    tables
        .quotes()
        .delete(tx, post.id())
        .filter(PostQuote::accepted)
        .flatMap(PostQuote::post)
        .ifPresent(quoted -> tables.quotes().count(tx, quoted, -1));
    if (post.open()) {
      tables.counts().remove(tx, post.author());
      post.thread()
          .parent()
          .ifPresent(parent -> tables.posts().countReplies(tx, parent.post(), -1));
    }
  }
}
