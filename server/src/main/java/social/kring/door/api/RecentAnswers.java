package social.kring.door.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers that were made a moment ago. They hold while nothing at all was written since, and for a
 * moment only, because what is muted or asked for a time ends without anything being written.
 */
final class RecentAnswers {
  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final int BYTES = 6 << 20;
  private static final int FRAME = 500;

  private final Clock clock;
  private final Cache<Asked, Recent> recent =
      Caffeine.newBuilder()
          .maximumWeight(BYTES)
          .weigher((Asked asked, Recent made) -> FRAME + made.answer().entity().length())
          .build();

  private record Recent(String version, Instant at, ApiAnswer answer) {}

  RecentAnswers(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param version of what is stored, read after the question came
   */
  Optional<ApiAnswer> find(Asked asked, String version) {
    return Optional.ofNullable(recent.getIfPresent(asked))
        .filter(made -> made.version().equals(version))
        .filter(made -> clock.instant().isBefore(made.at().plus(A_MOMENT)))
        .map(Recent::answer);
  }

  /**
   * @param version of what is stored, read before the answer was begun
   */
  ApiAnswer keep(Asked asked, String version, Instant begun, ApiAnswer answer) {
    recent.put(asked, new Recent(version, begun, answer));
    return answer;
  }
}
