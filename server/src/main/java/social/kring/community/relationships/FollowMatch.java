package social.kring.community.relationships;

import java.util.Optional;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Follow;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.url.FediUrl;

/** Finds the follow that an answer from elsewhere is about. */
final class FollowMatch {
  private final Actors actors;
  private final FollowTable follows;

  FollowMatch(Actors actors, FollowTable follows) {
    this.actors = actors;
    this.follows = follows;
  }

  /**
   * The follow of this very actor that carries this very id. Answers that embed a Follow without an
   * id are matched by who follows whom. (CVE-2025-30741: an Accept of something else must not
   * count.)
   */
  Optional<FollowRow> answered(Transaction tx, ObjectReference answered, ActorRow followed) {
    return answered
        .id()
        .map(id -> byId(tx, id, followed))
        .orElseGet(() -> byPair(tx, answered, followed))
        .flatMap(row -> follows.lockBetween(tx, row.follower(), row.followed()));
  }

  /** The follow between these two, whatever its id. */
  Optional<FollowRow> between(Transaction tx, ObjectReference answered, ActorRow followed) {
    return answered(tx, answered, followed)
        .or(
            () ->
                byPair(tx, answered, followed)
                    .flatMap(row -> follows.lockBetween(tx, row.follower(), row.followed())));
  }

  private Optional<FollowRow> byId(Transaction tx, FediUrl id, ActorRow followed) {
    return follows.byActivity(tx, id).stream()
        .filter(row -> row.followed() == followed.id())
        .findFirst();
  }

  private Optional<FollowRow> byPair(Transaction tx, ObjectReference answered, ActorRow followed) {
    return answered
        .embedded()
        .filter(Follow.class::isInstance)
        .map(Follow.class::cast)
        .filter(follow -> follow.object().equals(followed.uri()))
        .flatMap(follow -> actors.byUri(tx, follow.actor()))
        .flatMap(follower -> follows.between(tx, follower.id(), followed.id()));
  }
}
