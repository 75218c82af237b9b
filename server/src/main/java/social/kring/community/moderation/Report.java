package social.kring.community.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * Something that moderators were told about.
 *
 * @param reporter id of the actor who told; of most software, the instance actor
 * @param activity id of the Flag
 * @param comment plain text; may be empty
 */
public record Report(
    long id,
    long reporter,
    FediUrl activity,
    String comment,
    List<Subject> subjects,
    Instant reportedAt,
    Optional<Instant> resolvedAt) {

  public Report {
    subjects = List.copyOf(subjects);
  }

  /**
   * An account or a post.
   *
   * @param actor the account's id, where it is one that is known here
   */
  public record Subject(FediUrl uri, Optional<Long> actor) {}
}
