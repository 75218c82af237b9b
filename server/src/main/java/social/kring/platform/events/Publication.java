package social.kring.platform.events;

import java.util.List;
import social.kring.protocol.json.Tree;

/**
 * An activity for peers, and for whom it is meant.
 *
 * @param sender id of the local actor in whose name it is signed
 * @param activity the complete activity with its own id and {@code @context}, proofs included
 * @param recipients the audiences; an actor in several of them gets one delivery
 */
public record Publication(long sender, Tree activity, List<Recipients> recipients) {

  public Publication {
    recipients = List.copyOf(recipients);
  }

  /**
   * A named audience of some row: {@code ("followers", actor)}, {@code ("actor", actor)}.
   *
   * @param audience a name that a capability has contributed with its SQL
   * @param of the id that the audience's SQL takes as {@code $1}
   */
  public record Recipients(String audience, long of) {

    /** One actor. */
    public static Recipients actor(long id) {
      return new Recipients("actor", id);
    }

    /** Everyone who follows this actor. */
    public static Recipients followers(long of) {
      return new Recipients("followers", of);
    }
  }
}
