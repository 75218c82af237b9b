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
import social.kring.protocol.activitystreams.Accept;

/** Someone elsewhere lets one of ours follow them. ActivityPub §7.6. */
final class AcceptHandler implements ActivityHandler<Accept> {
  private final Actors actors;
  private final FollowMatch match;
  private final FollowTransitions transitions;

  AcceptHandler(Actors actors, FollowMatch match, FollowTransitions transitions) {
    this.actors = actors;
    this.match = match;
    this.transitions = transitions;
  }

  @Override
  public Class<Accept> activity() {
    return Accept.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.FOLLOW);
  }

  @Override
  public Outcome handle(Received<Accept> received, Fetched fetched, Transaction tx) {
    var accept = received.activity();
    var row =
        actors
            .byUri(tx, accept.actor())
            .flatMap(followed -> match.answered(tx, accept.object(), followed));
    if (row.isEmpty()) {
      return Outcome.refused("nobody here has asked " + accept.actor() + " by this Follow");
    }
    row.filter(request -> !request.accepted())
        .ifPresent(request -> transitions.accept(tx, request, true, Optional.empty()));
    return Outcome.done();
  }
}
