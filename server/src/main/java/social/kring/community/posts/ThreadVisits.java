package social.kring.community.posts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import social.kring.community.Foundation;

/**
 * Somebody reads a thread that began elsewhere. Its answers do not come here by themselves, so they
 * are looked for then, and seldom again.
 */
public final class ThreadVisits {
  private static final Duration SELDOM = Duration.ofMinutes(15);
  private static final int MOST = 10_000;

  private final Foundation base;
  private final Cache<Long, Long> lately =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(SELDOM).build();

  ThreadVisits(Foundation base) {
    this.base = base;
  }

  /**
   * @param around the thread as it was shown
   */
  public void read(PostRow post, ThreadReader.Context around) {
    var isOurs = post.local() && around.ancestors().isEmpty();
    if (isOurs || lately.asMap().putIfAbsent(post.id(), post.id()) != null) return;
    var root = around.ancestors().stream().findFirst().map(PostEntry::post).orElse(post.id());
    base.database()
        .transaction(
            tx -> {
              base.jobs()
                  .schedule(
                      tx,
                      ReplyFetch.KIND,
                      Long.toString(root),
                      ReplyFetch.details(root, post.id()),
                      base.clock().instant());
              return null;
            });
  }
}
