package social.kring.door.api;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import social.kring.protocol.Problem;

/**
 * Answers together those who ask for the same at the same time. Whoever comes while an answer is
 * being made waits for the next one, so that no answer is older than its request: what somebody did
 * before asking shows, in whichever process it was done. It keeps nothing.
 */
final class Ferry<K, V> {
  private final ConcurrentMap<K, Landing<V>> landings = new ConcurrentHashMap<>();

  /**
   * The crossing that is under way, and the one that is boarded meanwhile. Who boards first begins
   * it.
   */
  private record Landing<V>(Promise<V> crossing, Optional<Promise<V>> next) {

    static <V> Landing<V> leaving(Promise<V> crossing) {
      return new Landing<>(crossing, Optional.empty());
    }

    Landing<V> boardedBy(Promise<V> passenger) {
      return next.isPresent() ? this : new Landing<>(crossing, Optional.of(passenger));
    }
  }

  /**
   * @param make begun after this was called
   * @throws Problem that of whoever made the answer
   */
  V get(K key, Supplier<V> make) {
    var mine = Promise.<V>promise();
    var landing =
        landings.compute(
            key, (same, known) -> known == null ? Landing.leaving(mine) : known.boardedBy(mine));
    if (landing.crossing() == mine) return cross(key, mine, make);
    var boarded = landing.next().orElseThrow();
    if (boarded != mine) return waitFor(boarded.future());
    returned(landing.crossing().future());
    landings.put(key, Landing.leaving(mine));
    return cross(key, mine, make);
  }

  private V cross(K key, Promise<V> crossing, Supplier<V> make) {
    try {
      var made = make.get();
      leaveToNext(key);
      crossing.complete(made);
      return made;
    } catch (Throwable failure) {
      leaveToNext(key);
      crossing.fail(failure);
      throw failure;
    }
  }

  private void leaveToNext(K key) {
    landings.computeIfPresent(key, (same, known) -> known.next().isPresent() ? known : null);
  }

  private static void returned(Future<?> crossing) {
    try {
      crossing.await();
    } catch (Throwable othersFailed) {
      // Theirs to tell; the next crossing begins all the same.
    }
  }

  /** Each with a stack trace of its own, and the first one's as the cause. */
  private static <V> V waitFor(Future<V> crossing) {
    try {
      return crossing.await();
    } catch (Problem problem) {
      throw problem.again();
    }
  }
}
