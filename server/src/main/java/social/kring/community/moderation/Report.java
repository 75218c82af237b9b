package social.kring.community.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.protocol.url.FediUrl;

/**
 * Something that moderators were told about.
 *
 * @param reporter id of the actor who told; of most software, the instance actor
 * @param activity id of the Flag
 */
public record Report(
    long id,
    long reporter,
    FediUrl activity,
    Matter matter,
    List<Subject> subjects,
    Instant reportedAt,
    Handling handling) {

  public Report {
    subjects = List.copyOf(subjects);
  }

  /** One that has just been made. */
  static Report fresh(
      long id, long reporter, FediUrl activity, Matter matter, List<Subject> subjects, Instant at) {
    return new Report(id, reporter, activity, matter, subjects, at, Handling.NONE);
  }

  public String comment() {
    return matter.comment();
  }

  /** The posts among its subjects that are known here. */
  public List<Long> posts() {
    return subjects.stream().flatMap(subject -> subject.post().stream()).distinct().toList();
  }

  /**
   * What it is about.
   *
   * @param target the account's id, where it is one that is known here
   * @param comment plain text; may be empty
   * @param forwarded whether the account's own node was told
   */
  public record Matter(
      Optional<Long> target,
      String comment,
      Category category,
      List<Long> rules,
      boolean forwarded) {

    public Matter {
      rules = List.copyOf(rules);
    }
  }

  /** Why somebody told. */
  public enum Category {
    SPAM,
    LEGAL,
    VIOLATION,
    OTHER;

    /** As the client API spells it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Category> named(String text) {
      return Stream.of(values()).filter(category -> category.text().equals(text)).findFirst();
    }
  }

  /** What moderators did with it. */
  public record Handling(
      Optional<Instant> resolvedAt, Optional<Long> resolvedBy, Optional<Long> assignedTo) {
    static final Handling NONE = new Handling(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * An account or a post.
   *
   * @param actor the account's id, where it is one that is known here
   * @param post the post's id, where it is one that is known here
   */
  public record Subject(FediUrl uri, Optional<Long> actor, Optional<Long> post) {}
}
