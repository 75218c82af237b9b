package social.kring.community.posts;

import java.util.Optional;
import social.kring.community.Foundation;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Audience.Visibility;

/** Showing posts to one's followers, as people here do it. */
public final class Boosts {
  private final Foundation base;
  private final Tables tables;
  private final PostFinder finder;
  private final ReactionStore store;
  private final AnnounceBuilder builder;
  private final PostEvents events;

  Boosts(
      Foundation base,
      Tables tables,
      PostFinder finder,
      ReactionStore store,
      AnnounceBuilder builder,
      PostEvents events) {
    this.base = base;
    this.tables = tables;
    this.finder = finder;
    this.store = store;
    this.builder = builder;
    this.events = events;
  }

  /**
   * Boosts a post; nothing happens if that is so already.
   *
   * @param id of the post or of a boost of it
   * @param visibility wished for; never wider than the post's own
   * @return the boost, an entry of its own
   * @throws Problem NOT_FOUND if the actor may not see it, FORBIDDEN if it is not for others or the
   *     actor moved
   */
  public PostEntry boost(ActorRow actor, long id, Visibility visibility) {
    Moved.check(actor);
    return base.database()
        .transaction(
            tx -> {
              var post = finder.require(tx, actor.id(), id);
              checkAllowed(actor, post);
              tables.posts().lock(tx, post.id());
              return boost(tx, actor, post, visibility);
            });
  }

  private PostEntry boost(Transaction tx, ActorRow actor, PostRow post, Visibility wished) {
    var boost =
        new BoostRow(
            base.ids().next(),
            builder.newId(actor),
            actor.id(),
            post.id(),
            narrower(wished, post.kind().visibility()),
            base.clock().instant());
    if (store.boost(tx, boost)) {
      events.boosted(tx, boost, Optional.of(builder.publish(boost, post, sides(tx, actor, post))));
    }
    var stored = tables.boosts().between(tx, post.id(), actor.id()).orElseThrow();
    return new PostEntry(stored.id(), post.id());
  }

  /**
   * Takes a boost back; nothing happens where there is none.
   *
   * @return the post's id
   * @throws Problem NOT_FOUND if the actor may not see it
   */
  public long unboost(ActorRow actor, long id) {
    return base.database()
        .transaction(
            tx -> {
              var post = finder.require(tx, actor.id(), id);
              tables.posts().lock(tx, post.id());
              store
                  .unboost(tx, actor.id(), post.id())
                  .ifPresent(boost -> unboosted(tx, actor, post, boost));
              return post.id();
            });
  }

  private void unboosted(Transaction tx, ActorRow actor, PostRow post, BoostRow boost) {
    events.unboosted(tx, boost, Optional.of(builder.undo(boost, post, sides(tx, actor, post))));
  }

  private AnnounceBuilder.Sides sides(Transaction tx, ActorRow booster, PostRow post) {
    var author = base.actors().byId(tx, post.author()).orElseThrow();
    return new AnnounceBuilder.Sides(booster, author);
  }

  /** What is for followers only may be shown to them again, but by its author alone. */
  private static void checkAllowed(ActorRow actor, PostRow post) {
    var own = post.kind().visibility() == Visibility.PRIVATE && post.author() == actor.id();
    if (!post.open() && !own) {
      throw Problem.forbidden("This action is not allowed");
    }
  }

  private static Visibility narrower(Visibility wished, Visibility post) {
    return wished.compareTo(post) > 0 && wished != Visibility.DIRECT ? wished : post;
  }
}
