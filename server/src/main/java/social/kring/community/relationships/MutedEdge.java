package social.kring.community.relationships;

import java.time.Instant;
import java.util.Optional;

/**
 * A muted actor.
 *
 * @param expiresAt when the mute ends by itself; empty: never
 */
public record MutedEdge(Edge edge, Optional<Instant> expiresAt) {}
