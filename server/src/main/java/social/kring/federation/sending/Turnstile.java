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
 * as keep signing and the database busy. Who is not back soon waits for a slow peer or a dead one,
 * and does not count until the answer is there: what is soon depends on how long others took, or
 * the dead would hold the places of the living.
 */
final class Turnstile {
  private static final int FEW_LANES = 8;
  private static final int OF_FEW = 2;
  private static final int OF_MANY = 40;
  private static final long LONGEST_SOON = Duration.ofMillis(500).toNanos();
  private static final long SHORTEST_SOON = Duration.ofMillis(100).toNanos();

  /** So many times what is usual is still soon. */
  private static final int SOON = 4;

  /** Of how many answers the usual time is made. */
  private static final int MEMORY = 16;

  private static final Duration LOOKS_AGAIN = Duration.ofMillis(25);

  /** Well within the lease of a lane. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final long ANSWERED = Long.MAX_VALUE;

  private final UnderWay underWay;
  private final Lock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();

  /** When each of them departed; those that are back count however long ago that was. */
  private final Map<Delivery, Long> inside = new IdentityHashMap<>();

  /** How long answers take, as far as they come soon. */
  private long usual = LONGEST_SOON / SOON;

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
        left.awaitNanos(LOOKS_AGAIN.toNanos());
      }
      inside.put(delivery, now());
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
      var departed = inside.put(delivery, ANSWERED);
      if (departed != null && departed != ANSWERED) learn(now() - departed);
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

  private void learn(long took) {
    usual += (Math.min(took, LONGEST_SOON) - usual) / MEMORY;
  }

  private boolean isFull() {
    var most = underWay.lanes() > FEW_LANES ? OF_MANY : OF_FEW;
    if (inside.size() < most) return false;
    var since = now() - Math.clamp(SOON * usual, SHORTEST_SOON, LONGEST_SOON);
    return inside.values().stream().filter(departed -> departed > since).count() >= most;
  }

  private long now() {
    return System.nanoTime() - epoch;
  }
}
