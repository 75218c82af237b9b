package social.kring.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

/**
 * A peer that brings notes at a steady pace while the node is up, again and again until each is
 * taken.
 */
final class Bringing {
  private static final Duration GIVES_UP_AFTER = Duration.ofMinutes(10);

  private final NodeProcess node;
  private final Foreigner author;
  private final String run;
  private final int count;
  private final int perSecond;
  private final IntConsumer taken;
  private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
  private final Map<Integer, Integer> refusals = new ConcurrentHashMap<>();
  private final CountDownLatch over;

  /**
   * @param taken told of each 202, with how many there were
   */
  Bringing(
      NodeProcess node, Foreigner author, String run, int count, int perSecond, IntConsumer taken) {
    this.node = node;
    this.author = author;
    this.run = run;
    this.count = count;
    this.perSecond = perSecond;
    this.taken = taken;
    this.over = new CountDownLatch(count);
  }

  Bringing begin() {
    Thread.startVirtualThread(this::beginAll);
    return this;
  }

  private void beginAll() {
    for (var i = 0; i < count; i++) {
      while (!node.isUp()) Patience.pause(Duration.ofMillis(20));
      var number = i;
      Thread.startVirtualThread(() -> bring(number));
      Patience.pause(Duration.ofMillis(1_000 / perSecond));
    }
  }

  private void bring(int number) {
    var activity = author.creates(run + "-" + number, text(number));
    var end = Instant.now().plus(GIVES_UP_AFTER);
    while (Instant.now().isBefore(end)) {
      var answer = author.sends(node, activity);
      if (answer.status() == 202) {
        acknowledged.add(number);
        taken.accept(acknowledged.size());
        break;
      }
      refusals.merge(answer.status(), 1, Integer::sum);
      Patience.pause(answer.patience());
    }
    over.countDown();
  }

  String text(int number) {
    return "<p>%s number %d end</p>".formatted(run, number);
  }

  boolean isOver() {
    return over.getCount() == 0;
  }

  @Override
  public String toString() {
    return "%d brought, refused %s".formatted(acknowledged.size(), refusals);
  }

  Set<Integer> acknowledged() {
    return acknowledged;
  }

  Map<Integer, Integer> refusals() {
    return Map.copyOf(refusals);
  }
}
