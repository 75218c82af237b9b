package social.kring.community.relationships;

import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** Whom people recommend on their profiles, of those whom they follow. */
public final class Endorsements {
  private final FollowTable follows;
  private final Ids ids;

  Endorsements(FollowTable follows, Ids ids) {
    this.follows = follows;
    this.ids = ids;
  }

  /**
   * @throws Problem INVALID for somebody who is not followed
   */
  public void endorse(Transaction tx, ActorRow person, ActorRow other) {
    if (!follows.endorse(tx, person.id(), other.id(), ids.next())) {
      throw Problem.invalid(
          "Validation failed: You must be already following the person you want to endorse");
    }
  }

  /** Nothing happens where somebody was not recommended. */
  public void unendorse(Transaction tx, ActorRow person, ActorRow other) {
    follows.unendorse(tx, person.id(), other.id());
  }
}
