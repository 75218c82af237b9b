package social.kring.federation.sending;

import java.time.Instant;
import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/** A delivery in the queue, as operators see it. */
public record QueuedDelivery(long id, long sender, FediUrl inbox, Fate fate) {

  /**
   * How it went so far.
   *
   * @param reason of the last failure
   * @param parkedAt when it was given up
   */
  public record Fate(
      int tries, Optional<String> reason, Instant queuedAt, Optional<Instant> parkedAt) {}
}
