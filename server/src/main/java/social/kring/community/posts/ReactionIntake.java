package social.kring.community.posts;

import java.time.Clock;
import java.util.Optional;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/**
 * Takes in likes and boosts from elsewhere and lets them be taken back. Whoever may not see a post,
 * being blocked or not meant, leaves no trace on it.
 */
final class ReactionIntake {
  private final Actors actors;
  private final Tables tables;
  private final ReactionStore store;
  private final PostEvents events;
  private final Clock clock;

  ReactionIntake(
      Actors actors, Tables tables, ReactionStore store, PostEvents events, Clock clock) {
    this.actors = actors;
    this.tables = tables;
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  void like(Transaction tx, FediUrl actor, FediUrl uri, FediUrl activity) {
    var liker = remote(tx, actor);
    if (liker.isEmpty() || tables.tombstones().has(tx, liker.get().id(), activity)) return;
    tables
        .posts()
        .visible(tx, liker.get().id(), uri)
        .flatMap(post -> tables.posts().lock(tx, post.id()))
        .filter(post -> store.favour(tx, liker.get().id(), post.id(), activity))
        .ifPresent(post -> events.favourited(tx, post.id(), liker.get().id(), Optional.empty()));
  }

  /** Boosts of private posts are their author's alone. */
  void boost(Transaction tx, BoostRow boost, PostRow post) {
    var allowed = post.open() || post.author() == boost.booster();
    if (!allowed || tables.tombstones().has(tx, boost.booster(), boost.uri())) return;
    tables
        .posts()
        .visible(tx, boost.booster(), post.id())
        .flatMap(each -> tables.posts().lock(tx, each.id()))
        .filter(each -> store.boost(tx, boost))
        .ifPresent(each -> events.boosted(tx, boost, Optional.empty()));
  }

  /**
   * Takes a like back.
   *
   * @param activity the Like's id, which is kept away if it has not arrived yet
   */
  void unlike(Transaction tx, ActorRow liker, Optional<PostRow> post, Optional<FediUrl> activity) {
    post.flatMap(each -> tables.posts().lock(tx, each.id()))
        .flatMap(each -> store.unfavour(tx, liker.id(), each.id()))
        .ifPresentOrElse(
            gone -> events.unfavourited(tx, gone.post(), liker.id(), Optional.empty()),
            () -> bury(tx, liker, activity));
  }

  /** The same for a boost. */
  void unboost(
      Transaction tx, ActorRow booster, Optional<PostRow> post, Optional<FediUrl> activity) {
    post.flatMap(each -> tables.posts().lock(tx, each.id()))
        .flatMap(each -> store.unboost(tx, booster.id(), each.id()))
        .ifPresentOrElse(
            gone -> events.unboosted(tx, gone, Optional.empty()),
            () -> bury(tx, booster, activity));
  }

  private void bury(Transaction tx, ActorRow actor, Optional<FediUrl> activity) {
    activity.ifPresent(id -> tables.tombstones().insert(tx, actor.id(), id, clock.instant()));
  }

  Optional<ActorRow> remote(Transaction tx, FediUrl actor) {
    return actors.byUri(tx, actor).filter(row -> !row.local() && row.standing().active());
  }
}
