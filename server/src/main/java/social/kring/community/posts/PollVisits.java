package social.kring.community.posts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import social.kring.community.Foundation;

/**
 * Somebody looks at a poll from elsewhere. How it stands may not come here by itself, so it is
 * asked for then, and not again for a while.
 */
public final class PollVisits {
  private static final Duration SELDOM = Duration.ofMinutes(2);

  /** How long after its end a poll may still be counted where it is from. */
  private static final Duration SETTLING = Duration.ofDays(1);

  private static final int MOST = 10_000;
  private static final int MOST_AT_ONCE = 5;

  private final Foundation base;
  private final Cache<Long, Long> lately =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(SELDOM).build();

  PollVisits(Foundation base) {
    this.base = base;
  }

  /** As they were shown. */
  public void seen(List<PostRow> posts) {
    var now = base.clock().instant();
    var stale =
        posts.stream().filter(post -> mayHaveChanged(post, now)).limit(MOST_AT_ONCE).toList();
    if (stale.isEmpty()) return;
    base.database()
        .transaction(
            tx -> {
              stale.forEach(
                  post ->
                      base.jobs()
                          .schedule(
                              tx,
                              PollRefresh.KIND,
                              Long.toString(post.id()),
                              PollRefresh.details(post),
                              base.clock().instant()));
              return null;
            });
  }

  /** How it came out is known there only after the end, and does not change for long. */
  private boolean mayHaveChanged(PostRow post, Instant now) {
    return !post.local()
        && post.open()
        && post.body().poll().filter(poll -> !poll.expired(now.minus(SETTLING))).isPresent()
        && lately.asMap().putIfAbsent(post.id(), post.id()) == null;
  }
}
