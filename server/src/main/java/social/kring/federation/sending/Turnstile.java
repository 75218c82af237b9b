package social.kring.federation.sending;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds how many deliveries are between their departure and the moment when it is written down how
 * they went: so many are sent again after a crash. While few lanes are worked on, two; else as many
 * as keep signing and the database busy. Who is not back soon waits for a slow peer, and does not
 * count until the answer is there.
 */
final class Turnstile {
  private static final int FEW_LANES = 8;
  private static final int OF_FEW = 2;
  private static final int OF_MANY = 40;
  private static final Duration SOON = Duration.ofMillis(500);

  /** Well within the lease of a lane. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final long ANSWERED = Long.MAX_VALUE;

  private final UnderWay underWay;
  private final Lock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();

  /** Until when each of them counts, whether it is back or not. */
  private final Map<Delivery, Long> inside = new IdentityHashMap<>();

  /** By the steady clock, from when this was made. */
  private final long epoch = System.nanoTime();

  Turnstile(UnderWay underWay) {
    this.underWay = underWay;
  }

  /** Waits for its turn, but not where nothing can be written down. */
  void enter(Delivery delivery) {
    lock.lock();
    try {
      for (var end = now() + LONGEST.toNanos(); isFull() && now() < end; ) {
        left.awaitNanos(SOON.toNanos() / 20);
      }
      inside.put(delivery, now() + SOON.toNanos());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** It is known how this one went, and has yet to be written down. */
  void answered(Delivery delivery) {
    lock.lock();
    try {
      inside.put(delivery, ANSWERED);
    } finally {
      lock.unlock();
    }
  }

  /** It is written down how this one went, or it never will be. */
  void leave(Delivery delivery) {
    lock.lock();
    try {
      inside.remove(delivery);
      left.signal();
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull() {
    var most = underWay.lanes() > FEW_LANES ? OF_MANY : OF_FEW;
    if (inside.size() < most) return false;
    var now = now();
    return inside.values().stream().filter(until -> until > now).count() >= most;
  }

  private long now() {
    return System.nanoTime() - epoch;
  }
}
