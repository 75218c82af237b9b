package social.kring.federation.receiving;

import java.time.Instant;
import java.util.Optional;

/** An activity from elsewhere, as operators see it: what it is about, never what it says. */
public record QueuedActivity(long id, String type, String activity, String signer, Fate fate) {

  /**
   * How it went so far.
   *
   * @param failures how often it broke whoever handled it
   * @param outcome empty while it waits; else {@code done}, {@code refused} or {@code parked}
   * @param reason of the last failure
   */
  public record Fate(
      int failures, Optional<String> outcome, Optional<String> reason, Instant receivedAt) {}
}
