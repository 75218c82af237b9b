package social.kring.federation.sending;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * While few lanes are worked on, lets two deliveries at a time be between their departure and the
 * moment when it is written down how they went: so many are sent again after a crash. Who is not
 * back soon waits for a slow peer, and is not counted any longer. Of many lanes as many may go at
 * once: what is repeated then is little beside what is delivered.
 */
final class Turnstile {
  private static final int FEW_LANES = 8;
  private static final int MOST_AT_ONCE = 2;
  private static final Duration SOON = Duration.ofMillis(250);

  private final UnderWay underWay;
  private final Lock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private final Map<Delivery, Long> inside = new IdentityHashMap<>();

  Turnstile(UnderWay underWay) {
    this.underWay = underWay;
  }

  /** Waits for its turn, never for long. */
  void enter(Delivery delivery) {
    lock.lock();
    try {
      for (var wait = nanosToWait(); wait > 0; wait = nanosToWait()) left.awaitNanos(wait);
      inside.put(delivery, System.nanoTime());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** It is written down how this one went. */
  void leave(Delivery delivery) {
    lock.lock();
    try {
      inside.remove(delivery);
      left.signal();
    } finally {
      lock.unlock();
    }
  }

  private long nanosToWait() {
    if (underWay.lanes() > FEW_LANES) return 0;
    var now = System.nanoTime();
    var young = inside.values().stream().filter(at -> now - at < SOON.toNanos()).toList();
    if (young.size() < MOST_AT_ONCE) return 0;
    return young.stream().mapToLong(at -> SOON.toNanos() - (now - at)).min().orElse(0);
  }
}
