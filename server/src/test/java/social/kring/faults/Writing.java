package social.kring.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client that posts at a steady pace while the node is up, each post under a key of its own,
 * again and again until it hears that it is there.
 */
final class Writing {
  private static final Duration GIVES_UP_AFTER = Duration.ofMinutes(10);

  private final Member author;
  private final String run;
  private final int count;
  private final int perSecond;
  private final Map<Integer, Heard> heard = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> refusals = new ConcurrentHashMap<>();
  private final AtomicInteger tries = new AtomicInteger();
  private final CountDownLatch over;

  /** What the client was told: the post's address, and when. */
  record Heard(String uri, Instant at) {}

  Writing(Member author, String run, int count, int perSecond) {
    this.author = author;
    this.run = run;
    this.count = count;
    this.perSecond = perSecond;
    this.over = new CountDownLatch(count);
  }

  Writing begin() {
    Thread.startVirtualThread(this::beginAll);
    return this;
  }

  private void beginAll() {
    for (var i = 0; i < count; i++) {
      while (!author.node().isUp()) Patience.pause(Duration.ofMillis(20));
      var number = i;
      Thread.startVirtualThread(() -> write(number));
      Patience.pause(Duration.ofMillis(1_000 / perSecond));
    }
  }

  private void write(int number) {
    var end = Instant.now().plus(GIVES_UP_AFTER);
    while (Instant.now().isBefore(end)) {
      tries.incrementAndGet();
      var answer = author.posts(text(number), run + "-" + number);
      if (answer.isGood()) {
        var uri = answer.document().string("uri").orElseThrow();
        heard.put(number, new Heard(uri, Instant.now()));
        break;
      }
      refusals.merge(answer.status(), 1, Integer::sum);
      Patience.pause(answer.patience());
    }
    over.countDown();
  }

  String text(int number) {
    return "%s number %d end".formatted(run, number);
  }

  boolean isOver() {
    return over.getCount() == 0;
  }

  /** Posts that the node said it has, by number. */
  Map<Integer, Heard> heard() {
    return heard;
  }

  @Override
  public String toString() {
    return "%d written, refused %s".formatted(heard.size(), refusals);
  }

  int tries() {
    return tries.get();
  }

  /** Answers that were not good, by status; 0 where there was none. */
  Map<Integer, Integer> refusals() {
    return Map.copyOf(refusals);
  }
}
