package social.kring.community.posts;

import java.util.List;
import java.util.function.BiConsumer;
import social.kring.community.Foundation;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** What people do with posts for themselves alone: keep them, and close their ears to a thread. */
public final class Bookmarks {
  private final Foundation base;
  private final BookmarkTable bookmarks;
  private final ThreadMuteTable mutes;
  private final PostFinder finder;

  Bookmarks(Foundation base, BookmarkTable bookmarks, ThreadMuteTable mutes, PostFinder finder) {
    this.base = base;
    this.bookmarks = bookmarks;
    this.mutes = mutes;
    this.finder = finder;
  }

  /**
   * Keeps a post; nothing happens if that is so already.
   *
   * @param id of the post or of a boost of it
   * @return the post's id
   * @throws Problem NOT_FOUND if the actor may not see it
   */
  public long keep(long actor, long id) {
    return on(actor, id, (tx, post) -> keep(tx, actor, post));
  }

  private void keep(Transaction tx, long actor, PostRow post) {
    bookmarks.insert(tx, base.ids().next(), actor, post.id());
    new PostEvents(base.events()).bookmarked(tx, post.id(), actor);
  }

  /**
   * @return the post's id
   * @throws Problem NOT_FOUND if the actor may not see it
   */
  public long drop(long actor, long id) {
    return on(actor, id, (tx, post) -> bookmarks.delete(tx, actor, post.id()));
  }

  /**
   * Tells of nothing more in the thread of a post.
   *
   * @return the post's id
   * @throws Problem NOT_FOUND if the actor may not see it
   */
  public long mute(long actor, long id) {
    return on(actor, id, (tx, post) -> mutes.insert(tx, actor, post.threadName()));
  }

  /**
   * @return the post's id
   * @throws Problem NOT_FOUND if the actor may not see it
   */
  public long unmute(long actor, long id) {
    return on(actor, id, (tx, post) -> mutes.delete(tx, actor, post.threadName()));
  }

  private long on(long actor, long id, BiConsumer<Transaction, PostRow> change) {
    return base.database()
        .transaction(
            tx -> {
              var post = finder.require(tx, actor, id);
              change.accept(tx, post);
              return post.id();
            });
  }

  /** What somebody keeps, as far as she may still see it. */
  public List<Favoured> of(Queries queries, long actor, PageRequest page) {
    return bookmarks.by(queries, actor, page);
  }
}
