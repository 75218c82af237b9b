package social.kring.federation.peers;

import java.time.Instant;
import java.util.Optional;

/**
 * A host as this node knows it.
 *
 * @param policy what was decided about this very host, not about those above it
 */
public record Peer(
    String host,
    PeerPolicy policy,
    PeerHealth health,
    Optional<Software> software,
    SignatureDialect dialect,
    Instant firstSeenAt) {

  /** What it runs, by its NodeInfo. */
  public record Software(String name, String version) {}
}
