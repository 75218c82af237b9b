package social.kring.community.posts;

import java.util.Optional;
import social.kring.community.Foundation;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.events.Publication;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** Liking posts, as people here do it. */
public final class Favourites {
  private final Foundation base;
  private final Tables tables;
  private final PostFinder finder;
  private final ReactionStore store;
  private final LikeBuilder builder;
  private final PostEvents events;

  Favourites(
      Foundation base,
      Tables tables,
      PostFinder finder,
      ReactionStore store,
      LikeBuilder builder,
      PostEvents events) {
    this.base = base;
    this.tables = tables;
    this.finder = finder;
    this.store = store;
    this.builder = builder;
    this.events = events;
  }

  /**
   * Likes a post; nothing happens if that is so already.
   *
   * @param id of the post or of a boost of it
   * @return the post's id
   * @throws Problem NOT_FOUND if the actor may not see it, FORBIDDEN if it moved
   */
  public long favourite(ActorRow actor, long id) {
    Moved.check(actor);
    return base.database()
        .transaction(
            tx -> {
              var post = finder.require(tx, actor.id(), id);
              tables.posts().lock(tx, post.id());
              favour(tx, actor, post);
              return post.id();
            });
  }

  private void favour(Transaction tx, ActorRow actor, PostRow post) {
    var activity = builder.newId(actor);
    if (store.favour(tx, actor.id(), post.id(), activity)) {
      var author = base.actors().byId(tx, post.author()).orElseThrow();
      var like = remote(author, builder.like(actor, post, author, activity));
      events.favourited(tx, post.id(), actor.id(), like);
    }
  }

  /**
   * Takes a like back; nothing happens where there is none.
   *
   * @return the post's id
   * @throws Problem NOT_FOUND if the actor may not see it
   */
  public long unfavourite(ActorRow actor, long id) {
    return base.database()
        .transaction(
            tx -> {
              var post = finder.require(tx, actor.id(), id);
              tables.posts().lock(tx, post.id());
              unfavour(tx, actor, post);
              return post.id();
            });
  }

  private void unfavour(Transaction tx, ActorRow actor, PostRow post) {
    store
        .unfavour(tx, actor.id(), post.id())
        .ifPresent(
            gone -> {
              var author = base.actors().byId(tx, post.author()).orElseThrow();
              var undo = remote(author, builder.undo(actor, post, author, gone.activity()));
              events.unfavourited(tx, post.id(), actor.id(), undo);
            });
  }

  /** People on the same node learn by the event alone. */
  private static Optional<Publication> remote(ActorRow author, Publication publication) {
    return Optional.of(publication).filter(ignored -> !author.local());
  }
}
