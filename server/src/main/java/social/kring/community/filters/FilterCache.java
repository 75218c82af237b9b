package social.kring.community.filters;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Filters of those who read, ready to be matched. A change is heard at once in this process, and
 * within seconds in others.
 */
final class FilterCache {
  private static final int MOST_READERS = 10_000;
  private static final Duration LASTING = Duration.ofSeconds(5);

  private final Cache<Long, ActiveFilters> cache;
  private final AtomicLong changes = new AtomicLong();

  FilterCache(Clock clock) {
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(MOST_READERS)
            .expireAfterWrite(LASTING)
            .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
            .build();
  }

  /** What is read while something changes is not kept. */
  ActiveFilters of(long owner, Supplier<ActiveFilters> read) {
    var kept = cache.getIfPresent(owner);
    if (kept != null) return kept;
    var before = changes.get();
    var fresh = read.get();
    cache.put(owner, fresh);
    if (changes.get() != before) cache.invalidate(owner);
    return fresh;
  }

  void drop(long owner) {
    changes.incrementAndGet();
    cache.invalidate(owner);
  }
}
