package social.kring.community.access;

import java.time.Instant;
import java.util.Optional;

/**
 * One way in which somebody is signed in as a person, as she sees it in her list.
 *
 * @param madeBy the operator who made it, if it was not herself
 */
public record SessionEntry(
    long id,
    Kind kind,
    String description,
    Optional<Scopes> scopes,
    Optional<String> madeBy,
    Instant createdAt,
    Optional<Instant> usedAt) {

  public enum Kind {
    APPLICATION,
    BROWSER,
    OPERATOR
  }
}
