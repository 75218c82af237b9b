package social.kring.federation.actors;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * How an actor stands towards others.
 *
 * @param choices what it chose
 * @param fetchedAt when its document was last read; empty for local actors
 */
public record ActorStanding(
    Choices choices,
    List<String> alsoKnownAs,
    Optional<FediUrl> movedTo,
    Optional<Instant> suspendedAt,
    Optional<Instant> deletedAt,
    Optional<Instant> fetchedAt) {

  public ActorStanding {
    alsoKnownAs = List.copyOf(alsoKnownAs);
  }

  public boolean active() {
    return suspendedAt.isEmpty() && deletedAt.isEmpty();
  }

  /**
   * What an actor chose for itself.
   *
   * @param locked new followers wait for approval
   * @param hidesCollections followers and following show totals only
   */
  public record Choices(
      boolean locked, boolean discoverable, boolean indexable, boolean hidesCollections) {}
}
