package social.kring.platform.http;

import java.time.Duration;

/**
 * What a peer may take of this node.
 *
 * @param total for one exchange, from looking up the name to the last byte
 * @param largestBody in bytes
 * @param perHost requests under way at once to one host
 * @param waitingPerHost requests that wait for that
 * @param excess what becomes of an answer that is larger
 */
public record PeerLimits(
    Duration total, int largestBody, int perHost, int waitingPerHost, Excess excess) {

  /** What becomes of an answer that is too large. */
  public enum Excess {
    /** It is no answer at all. */
    REFUSED,
    /** Its beginning will do. */
    CUT
  }

  public static final PeerLimits FETCHING =
      new PeerLimits(Duration.ofSeconds(10), StrictHttp.LARGEST_BODY, 2, 50);

  /** Pages for people are larger than documents, and tell what they are at their beginning. */
  public static final PeerLimits SKIMMING =
      new PeerLimits(Duration.ofSeconds(10), StrictHttp.LARGEST_BODY, 2, 50, Excess.CUT);

  /**
   * Films take their time; their size is bounded by who asks for them. Those who wait hold a place
   * there as well, so few may wait for one host.
   */
  public static final PeerLimits DOWNLOADING =
      new PeerLimits(Duration.ofSeconds(60), StrictHttp.LARGEST_BODY, 6, 40);

  /** One request for each of the four actors whose deliveries may be under way to a host. */
  public static final PeerLimits DELIVERING =
      new PeerLimits(Duration.ofSeconds(10), 64 << 10, 4, 4);

  /** Nearly all apps are reached by two or three push services. */
  public static final PeerLimits PUSHING = new PeerLimits(Duration.ofSeconds(10), 64 << 10, 8, 100);

  public PeerLimits(Duration total, int largestBody, int perHost, int waitingPerHost) {
    this(total, largestBody, perHost, waitingPerHost, Excess.REFUSED);
  }
}
