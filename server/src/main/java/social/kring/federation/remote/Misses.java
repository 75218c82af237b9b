package social.kring.federation.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import social.kring.protocol.Problem;

/**
 * What lately could not be had, so that nobody can make this node ask for it over and over. Each
 * entry lasts a little longer or shorter, or all would be asked for again at once.
 */
final class Misses<K> {
  private static final int MOST = 10_000;
  private static final Duration USUAL = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final double JITTER = 0.2;

  private final Cache<K, Problem> problems;

  Misses(Ticker ticker, RandomGenerator random) {
    this.problems =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .ticker(ticker)
            .expireAfter(
                Expiry.creating((K key, Problem problem) -> jittered(lifetime(problem), random)))
            .build();
  }

  Optional<Problem> of(K key) {
    return Optional.ofNullable(problems.getIfPresent(key));
  }

  void add(K key, Problem problem) {
    problems.put(key, problem);
  }

  /** As long as the host asked for, if it did. */
  private static Duration lifetime(Problem problem) {
    var lifetime = problem.retryAfter().orElse(USUAL);
    return lifetime.compareTo(LONGEST) < 0 ? lifetime : LONGEST;
  }

  private static Duration jittered(Duration lifetime, RandomGenerator random) {
    return lifetime.plusMillis((long) (lifetime.toMillis() * JITTER * random.nextDouble()));
  }
}
