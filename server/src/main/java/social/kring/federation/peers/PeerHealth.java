package social.kring.federation.peers;

import java.time.Instant;
import java.util.Optional;

/**
 * How a host is.
 *
 * @param failures in a row
 * @param downUntil not to be asked before then; empty while it is well
 */
public record PeerHealth(
    int failures, Optional<Instant> downUntil, Optional<Instant> lastSuccessAt) {

  /** Whether it is to be left alone at that time; after it, one request tries. */
  public boolean isDown(Instant now) {
    return downUntil.filter(now::isBefore).isPresent();
  }
}
