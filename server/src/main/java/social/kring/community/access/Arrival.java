package social.kring.community.access;

import java.util.Optional;

/**
 * How somebody came who signed up by herself.
 *
 * @param application the app that she signed up with
 * @param invitedBy who made the invite that she came by, unless it was the operator or was taken
 *     back
 */
public record Arrival(
    Optional<Long> application,
    Optional<Long> invite,
    Optional<Long> invitedBy,
    Optional<String> reason,
    Optional<String> locale) {
  static final Arrival UNKNOWN =
      new Arrival(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
