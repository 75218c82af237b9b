package social.kring.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What was answered a moment ago, absence included. Another process may have changed something, so
 * nothing stays longer than that; what changed here is forgotten at once.
 */
public final class Recent<K, V> {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  /** An entry costs that much beside its key, whose length its asker chooses, and its answer. */
  private static final int OVERHEAD = 200;

  private final Cache<K, Optional<V>> answers;
  private final AtomicLong forgotten = new AtomicLong();

  /**
   * @param bytes how many to keep at most
   * @param size of an answer, in bytes
   */
  public Recent(long bytes, ToIntFunction<V> size) {
    answers =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher(
                (K key, Optional<V> answer) ->
                    OVERHEAD + 2 * key.toString().length() + answer.map(size::applyAsInt).orElse(0))
            .expireAfterWrite(MOMENT)
            .build();
  }

  /** Rendered outside of the cache, whose locks nobody shall hold while waiting. */
  public Optional<V> get(K key, Supplier<Optional<V>> render) {
    var known = answers.getIfPresent(key);
    return known != null ? known : render(key, render);
  }

  /** What was begun before something changed is not kept. */
  private Optional<V> render(K key, Supplier<Optional<V>> render) {
    var before = forgotten.get();
    var answer = render.get();
    if (forgotten.get() == before) answers.put(key, answer);
    return answer;
  }

  public void forget() {
    forgotten.incrementAndGet();
    answers.invalidateAll();
  }
}
