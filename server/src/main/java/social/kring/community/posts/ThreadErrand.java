package social.kring.community.posts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import social.kring.platform.storage.Database;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.url.FediUrl;
import social.kring.protocol.url.Origin;

/**
 * Asks other hosts for what belongs to one thread: one request after the other, and no more when
 * the thread's budget or the time is over. A host that is slow or disappoints is soon left alone.
 */
final class ThreadErrand {
  private static final int MOST_FOR_A_THREAD = 180;
  private static final int MOST_FROM_A_HOST = 1_000;
  private static final int MOST_FAILURES = 3;

  private static final Duration SLOW = Duration.ofSeconds(3);

  /** The last request may take ten seconds more. */
  private static final Duration TIME = Duration.ofSeconds(50);

  /** Its document, and its host's word on its handle. */
  private static final int REQUESTS_FOR_AN_ACTOR = 2;

  private final Database database;
  private final FoundPosts found;
  private final Abroad abroad;
  private final Clock clock;
  private final String thread;
  private final Instant end;
  private final Map<Origin, Integer> failures = new HashMap<>();

  /**
   * @param thread what the thread's posts call it
   */
  ThreadErrand(Database database, FoundPosts found, Abroad abroad, Clock clock, String thread) {
    this.database = database;
    this.found = found;
    this.abroad = abroad;
    this.clock = clock;
    this.thread = thread;
    this.end = clock.instant().plus(TIME);
  }

  /** What lies there, if it may still be asked for. */
  Optional<ApObject> ask(FediUrl uri) {
    if (!mayAsk(uri, 1)) return Optional.empty();
    var begun = clock.instant();
    var object = abroad.object(uri);
    if (object.isEmpty() || begun.plus(SLOW).isBefore(clock.instant())) disappoints(uri);
    return object;
  }

  /** Stores a post that came from its own origin. */
  Optional<PostRow> keep(Post post, Intake.Occasion occasion) {
    return found.store(post, occasion, () -> mayAsk(post.attributedTo(), REQUESTS_FOR_AN_ACTOR));
  }

  /** The host did not answer, took its time, or led astray. */
  void disappoints(FediUrl uri) {
    failures.merge(uri.origin(), 1, Integer::sum);
  }

  private boolean mayAsk(FediUrl uri, int requests) {
    var now = clock.instant();
    return now.isBefore(end)
        && failures.getOrDefault(uri.origin(), 0) < MOST_FAILURES
        && spend("thread " + thread, requests, MOST_FOR_A_THREAD, now)
        && spend("host " + uri.origin().authority(), requests, MOST_FROM_A_HOST, now);
  }

  private boolean spend(String purse, int requests, int most, Instant now) {
    return ThreadBudget.spend(database, purse, requests, most, now);
  }
}
