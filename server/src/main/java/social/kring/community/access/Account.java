package social.kring.community.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Someone who may sign in.
 *
 * @param actor id of the person whom the account speaks as
 */
public record Account(long actor, String email, Role role, Standing standing) {

  /**
   * Since when what holds.
   *
   * @param confirmedAt when the e-mail address proved to be theirs
   * @param approvedAt when somebody let them in, or at once where sign-up is open
   */
  public record Standing(
      Instant createdAt,
      Optional<Instant> confirmedAt,
      Optional<Instant> approvedAt,
      Optional<Instant> suspendedAt) {}

  /** Whether the account may be used at all. */
  public boolean active() {
    return standing.confirmedAt().isPresent()
        && standing.approvedAt().isPresent()
        && standing.suspendedAt().isEmpty();
  }
}
