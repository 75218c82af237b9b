package social.kring.federation.remote;

import io.vertx.core.Promise;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import social.kring.protocol.Problem;

/**
 * Lets one do what many want done at the same moment; the others wait for the same outcome. It
 * remembers only what is under way and, where it is asked to, what lately failed.
 */
public final class SingleFlight<K, V> {
  private final Map<K, Promise<V>> underWay = new ConcurrentHashMap<>();
  private final Optional<Misses<K>> misses;

  /** For work that remembers its failures itself. */
  public SingleFlight() {
    this.misses = Optional.empty();
  }

  SingleFlight(Misses<K> misses) {
    this.misses = Optional.of(misses);
  }

  /**
   * @throws Problem that of the work, or the one with which it failed a moment ago
   */
  public V get(K key, Supplier<V> work) {
    misses.flatMap(each -> each.of(key)).ifPresent(SingleFlight::rethrow);
    var mine = Promise.<V>promise();
    var others = underWay.putIfAbsent(key, mine);
    return others == null ? fly(key, mine, work) : waitFor(others);
  }

  private V fly(K key, Promise<V> promise, Supplier<V> work) {
    try {
      var result = work.get();
      promise.complete(result);
      return result;
    } catch (Problem problem) {
      misses.ifPresent(each -> each.add(key, problem));
      promise.fail(problem);
      throw problem;
    } catch (Throwable unexpected) {
      promise.fail(unexpected);
      throw unexpected;
    } finally {
      underWay.remove(key);
    }
  }

  private V waitFor(Promise<V> others) {
    try {
      return others.future().await();
    } catch (Problem problem) {
      return rethrow(problem);
    }
  }

  /** Each with a stack trace of its own, and the first one's as the cause. */
  private static <V> V rethrow(Problem problem) {
    throw problem.again();
  }
}
