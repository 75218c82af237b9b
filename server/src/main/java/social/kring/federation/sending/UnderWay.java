package social.kring.federation.sending;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;
import social.kring.federation.sending.LaneTable.Taken;

/**
 * The lanes that this process works on, and how many more it may take. Whoever takes long holds a
 * thread that waits and little else: once half of all places are held so, the others are given away
 * regardless, or a few dozen hosts that swallow packets would stop everybody's.
 */
final class UnderWay {
  private static final Duration PROMPT = Duration.ofSeconds(2);
  private static final int MOST_FOLD = 4;

  private final SendingLimits limits;

  /** By identity: a lane can be taken again before it is known here that it was given back. */
  private final Map<Taken, Long> begun = Collections.synchronizedMap(new IdentityHashMap<>());

  UnderWay(SendingLimits limits) {
    this.limits = limits;
  }

  /** It was taken, or goes on with its next delivery. */
  void began(Taken taken) {
    begun.put(taken, System.nanoTime());
  }

  void ended(Taken taken) {
    begun.remove(taken);
  }

  int lanes() {
    return begun.size();
  }

  /** How many more lanes of any host. */
  int room() {
    var all = begun.size();
    var prompt = count(this::isPrompt);
    var free = limits.inAll() - prompt - Math.min(all - prompt, limits.toUnwell());
    return Math.min(free, MOST_FOLD * limits.inAll() - all);
  }

  /** How many more of hosts that are not well. */
  int roomForUnwell() {
    return limits.toUnwell() - count(each -> !each.getKey().well());
  }

  private boolean isPrompt(Map.Entry<Taken, Long> each) {
    return each.getKey().well() && System.nanoTime() - each.getValue() < PROMPT.toNanos();
  }

  private int count(Predicate<Map.Entry<Taken, Long>> which) {
    synchronized (begun) {
      return (int) begun.entrySet().stream().filter(which).count();
    }
  }
}
