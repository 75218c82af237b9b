package social.kring.community.notifications;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody of whom something is held back.
 *
 * @param count how much, at most 100
 * @param post that was told of last
 */
public record NotificationRequest(
    long id, long actor, long count, Optional<Long> post, Instant requestedAt, Instant updatedAt) {

  /**
   * What waits for an owner, each counted to 100.
   *
   * @param requests from how many actors
   * @param notifications how many of them
   */
  public record Summary(long requests, long notifications) {}
}
