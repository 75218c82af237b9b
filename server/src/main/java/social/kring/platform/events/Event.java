package social.kring.platform.events;

import java.time.Instant;

/**
 * A happening as the log holds it.
 *
 * @param number its place in the log, given after its transaction committed: consumers follow these
 * @param id its own id, made when it was recorded
 */
public record Event(long number, long id, Instant at, Happening happening) {

  public String kind() {
    return happening.kind();
  }

  public long subject() {
    return happening.subject();
  }
}
