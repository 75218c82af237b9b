package social.kring.protocol;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that cannot be done, with what its reader needs in order to act: the offending value
 * and what was expected. Doors map the kind to a status code; nothing else does.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient Optional<Duration> retryAfter;
  private final transient Map<String, List<Fault>> faults;

  /**
   * What is wrong with one field.
   *
   * @param code as the Mastodon client API names it: {@code ERR_TAKEN}
   * @param description continues the field's name to a sentence
   */
  public record Fault(String code, String description) {}

  /** What is wrong, as far as it decides who has to act. */
  public enum Kind {
    MALFORMED,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    CONFLICT,
    GONE,
    TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    MISDIRECTED,
    INVALID,
    TOO_MANY_REQUESTS,
    /** A peer did not answer as it should. */
    UPSTREAM,
    /** Not now; later perhaps. */
    UNAVAILABLE,
    INTERNAL
  }

  public Problem(Kind kind, String message) {
    this(kind, message, null, Optional.empty(), Map.of());
  }

  public Problem(Kind kind, String message, Throwable cause) {
    this(kind, message, cause, Optional.empty(), Map.of());
  }

  private Problem(
      Kind kind,
      String message,
      Throwable cause,
      Optional<Duration> retryAfter,
      Map<String, List<Fault>> faults) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
    this.faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
  }

  public Kind kind() {
    return kind;
  }

  /** How long to wait before asking again, where that is known. */
  public Optional<Duration> retryAfter() {
    return retryAfter == null ? Optional.empty() : retryAfter;
  }

  /** What is wrong with which field, where several are told at once. */
  public Map<String, List<Fault>> faults() {
    return faults == null ? Map.of() : faults;
  }

  /**
   * The same problem, met by somebody else: with a stack trace of its own, and this as the cause.
   */
  public Problem again() {
    return new Problem(kind, getMessage(), this, retryAfter(), faults());
  }

  public static Problem malformed(String message) {
    return new Problem(Kind.MALFORMED, message);
  }

  public static Problem unauthenticated(String message) {
    return new Problem(Kind.UNAUTHENTICATED, message);
  }

  public static Problem forbidden(String message) {
    return new Problem(Kind.FORBIDDEN, message);
  }

  public static Problem notFound(String message) {
    return new Problem(Kind.NOT_FOUND, message);
  }

  public static Problem gone(String message) {
    return new Problem(Kind.GONE, message);
  }

  public static Problem conflict(String message) {
    return new Problem(Kind.CONFLICT, message);
  }

  public static Problem invalid(String message) {
    return new Problem(Kind.INVALID, message);
  }

  /** Several fields that cannot be accepted, each with why. */
  public static Problem invalid(String message, Map<String, List<Fault>> faults) {
    return new Problem(Kind.INVALID, message, null, Optional.empty(), faults);
  }

  public static Problem upstream(String message) {
    return new Problem(Kind.UPSTREAM, message);
  }

  public static Problem unavailable(String message, Duration retryAfter) {
    return new Problem(Kind.UNAVAILABLE, message, null, Optional.of(retryAfter), Map.of());
  }

  public static Problem tooManyRequests(String message, Duration retryAfter) {
    return new Problem(Kind.TOO_MANY_REQUESTS, message, null, Optional.of(retryAfter), Map.of());
  }
}
