package social.kring.community.posts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets two errands of this process at once begin at a host; so a slow one leaves room for others.
 */
final class Turns {
  private static final int AT_ONCE = 2;

  private final Map<String, Integer> taken = new ConcurrentHashMap<>();

  /**
   * @param work not done where the host is busy
   * @return whether it was done
   */
  boolean take(String host, Runnable work) {
    if (!begin(host)) return false;
    try {
      work.run();
      return true;
    } finally {
      taken.computeIfPresent(host, (key, count) -> count == 1 ? null : count - 1);
    }
  }

  private boolean begin(String host) {
    var begun = new AtomicBoolean();
    taken.compute(
        host,
        (key, count) -> {
          var before = count == null ? 0 : count;
          begun.set(before < AT_ONCE);
          return begun.get() ? before + 1 : before;
        });
    return begun.get();
  }
}
