package social.kring.federation.peers;

import java.time.Instant;

/**
 * A decision about a host and all hosts below it.
 *
 * @param host with a port only where the decision is about that port alone
 */
public record PolicyEntry(String host, PeerPolicy policy, String reason, Instant at) {}
