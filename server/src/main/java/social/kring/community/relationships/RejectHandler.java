package social.kring.community.relationships;

import java.util.Optional;
import java.util.Set;
import social.kring.federation.actors.Actors;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Reject;

/**
 * Someone elsewhere turns one of ours away, or removes them as a follower, which may come long
 * after they were accepted. ActivityPub §7.7.
 */
final class RejectHandler implements ActivityHandler<Reject> {
  private final Actors actors;
  private final FollowMatch match;
  private final FollowTransitions transitions;

  RejectHandler(Actors actors, FollowMatch match, FollowTransitions transitions) {
    this.actors = actors;
    this.match = match;
    this.transitions = transitions;
  }

  @Override
  public Class<Reject> activity() {
    return Reject.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.FOLLOW);
  }

  @Override
  public Outcome handle(Received<Reject> received, Fetched fetched, Transaction tx) {
    var reject = received.activity();
    actors
        .byUri(tx, reject.actor())
        .flatMap(followed -> match.between(tx, reject.object(), followed))
        .ifPresent(row -> transitions.end(tx, row, EndReason.REJECTED, Optional.empty()));
    return Outcome.done();
  }
}
