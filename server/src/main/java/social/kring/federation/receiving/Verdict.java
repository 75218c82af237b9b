package social.kring.federation.receiving;

import java.time.Instant;
import java.util.Optional;

/** What becomes of a stored activity. */
sealed interface Verdict {

  /** Never to be looked at again. */
  record Over(String outcome, Optional<String> reason) implements Verdict {}

  /** To be looked at again. */
  record Later(Instant at, String reason, int failures) implements Verdict {}

  static Verdict done() {
    return new Over("done", Optional.empty());
  }

  /** Nobody here knows what to do about it. */
  static Verdict unhandled() {
    return new Over("done", Optional.of("nobody handles it"));
  }

  static Verdict refused(String why) {
    return new Over("refused", Optional.of(why));
  }

  static Verdict parked(String why) {
    return new Over("parked", Optional.of(why));
  }
}
