package social.kring.federation.actors;

import java.time.Instant;
import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/** A key, whose it is by that actor's own document, and how that actor stands. */
public record OwnedKey(StoredKey key, FediUrl owner, Standing standing) {

  /**
   * How the owner stands.
   *
   * @param fetchedAt when its document was last read; empty for local actors
   */
  public record Standing(
      boolean local, boolean suspended, boolean deleted, Optional<Instant> fetchedAt) {}
}
