package social.kring.community.relationships;

import java.util.Optional;
import social.kring.community.relationships.FollowTransitions.Pair;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.events.Publication;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** Following, as people here do it. Whoever acts is a local actor; the other may be anywhere. */
public final class Follows {
  private final FollowTable follows;
  private final Tables tables;
  private final FollowTransitions transitions;
  private final FollowBuilder builder;

  Follows(Tables tables, FollowTransitions transitions, FollowBuilder builder) {
    this.follows = tables.follows();
    this.tables = tables;
    this.transitions = transitions;
    this.builder = builder;
  }

  /**
   * Follows somebody, or asks to; with a follow already there, only the preferences change.
   *
   * @throws Problem FORBIDDEN if either blocks the other, or one of them moved or is gone; INVALID
   *     for oneself
   */
  public FollowState follow(
      Transaction tx, ActorRow follower, ActorRow followed, FollowPreferences preferences) {
    var existing = follows.lockBetween(tx, follower.id(), followed.id());
    if (existing.isPresent()) {
      follows.prefer(tx, existing.get().id(), preferences);
      return existing.get().state();
    }
    checkAllowed(tx, follower, followed);
    var pair = new Pair(follower.id(), followed.id());
    var row = transitions.open(tx, pair, builder.newId(follower), preferences);
    return followed.local()
        ? followHere(tx, row, followed)
        : followThere(tx, row, follower, followed);
  }

  /** Ends a follow or takes back a request; nothing happens where there is none. */
  public void unfollow(Transaction tx, ActorRow follower, ActorRow followed) {
    unfollow(tx, follower, followed, EndReason.UNDONE);
  }

  /**
   * Lets a follower in who asked.
   *
   * @throws Problem NOT_FOUND if there is no such request
   */
  public void accept(Transaction tx, ActorRow followed, ActorRow follower) {
    var request =
        follows
            .lockBetween(tx, follower.id(), followed.id())
            .filter(row -> !row.accepted())
            .orElseThrow(() -> noRequest(follower));
    var answer = builder.accept(followed, follower, request.activity());
    transitions.accept(tx, request, true, remote(follower, answer));
  }

  /**
   * Turns away whoever asked.
   *
   * @throws Problem NOT_FOUND if there is no such request
   */
  public void reject(Transaction tx, ActorRow followed, ActorRow follower) {
    var request =
        follows
            .lockBetween(tx, follower.id(), followed.id())
            .filter(row -> !row.accepted())
            .orElseThrow(() -> noRequest(follower));
    end(tx, request, followed, follower, EndReason.REJECTED);
  }

  /** Ends somebody's follow of oneself; nothing happens where there is none. */
  public void removeFollower(Transaction tx, ActorRow followed, ActorRow follower) {
    follows
        .lockBetween(tx, follower.id(), followed.id())
        .ifPresent(row -> end(tx, row, followed, follower, EndReason.REJECTED));
  }

  void unfollow(Transaction tx, ActorRow follower, ActorRow followed, EndReason reason) {
    follows
        .lockBetween(tx, follower.id(), followed.id())
        .ifPresent(
            row -> {
              var undo = builder.undo(follower, followed, row.activity());
              transitions.end(tx, row, reason, remote(followed, undo));
            });
  }

  void removeFollower(Transaction tx, ActorRow followed, ActorRow follower, EndReason reason) {
    follows
        .lockBetween(tx, follower.id(), followed.id())
        .ifPresent(row -> end(tx, row, followed, follower, reason));
  }

  private void end(
      Transaction tx, FollowRow row, ActorRow followed, ActorRow follower, EndReason reason) {
    var answer = builder.reject(followed, follower, row.activity());
    transitions.end(tx, row, reason, remote(follower, answer));
  }

  private FollowState followHere(Transaction tx, FollowRow row, ActorRow followed) {
    if (row.accepted()) {
      return FollowState.ACCEPTED;
    }
    if (followed.standing().choices().locked()) {
      transitions.request(tx, row, Optional.empty());
      return FollowState.REQUESTED;
    }
    transitions.accept(tx, row, false, Optional.empty());
    return FollowState.ACCEPTED;
  }

  private FollowState followThere(
      Transaction tx, FollowRow row, ActorRow follower, ActorRow followed) {
    var follow = builder.follow(follower, followed, row.activity());
    transitions.request(tx, row, Optional.of(follow));
    return FollowState.REQUESTED;
  }

  private void checkAllowed(Transaction tx, ActorRow follower, ActorRow followed) {
    if (follower.id() == followed.id()) {
      throw Problem.invalid("nobody can follow themselves");
    }
    if (follower.standing().movedTo().isPresent()) {
      throw Problem.forbidden("this account has moved and follows nobody new from here");
    }
    if (!followed.standing().active() || followed.standing().movedTo().isPresent()) {
      throw Problem.forbidden(followed.handle() + " cannot be followed: it moved or is gone");
    }
    if (tables.blocks().existBetween(tx, follower.id(), followed.id())
        || tables.hidesHost(tx, follower, followed)) {
      throw Problem.forbidden(followed.handle() + " cannot be followed because of a block");
    }
  }

  private static Problem noRequest(ActorRow follower) {
    return Problem.notFound(follower.handle() + " has not asked to follow");
  }

  /** People on the same node learn by the event alone. */
  private static Optional<Publication> remote(ActorRow recipient, Publication publication) {
    return Optional.of(publication).filter(ignored -> !recipient.local());
  }
}
