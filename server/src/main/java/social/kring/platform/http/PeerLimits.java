package social.kring.platform.http;

import java.time.Duration;

/**
 * What a peer may take of this node.
 *
 * @param total for one exchange, from looking up the name to the last byte
 * @param largestBody in bytes
 * @param perHost requests under way at once to one host
 * @param waitingPerHost requests that wait for that
 */
public record PeerLimits(Duration total, int largestBody, int perHost, int waitingPerHost) {
  public static final PeerLimits FETCHING =
      new PeerLimits(Duration.ofSeconds(10), StrictHttp.LARGEST_BODY, 2, 50);

  /** One request for each of the four actors whose deliveries may be under way to a host. */
  public static final PeerLimits DELIVERING =
      new PeerLimits(Duration.ofSeconds(10), 64 << 10, 4, 4);
}
