package social.kring.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More comes in than usual, and people go on reading. */
@Tag("faults")
@Timeout(600)
class FloodTest {
  private static final Duration DRAINED_WITHIN = Duration.ofSeconds(60);
  private static final int MOST_GROWTH = 256;

  private static Vertx vertx;
  private static Abroad abroad;
  private static NodeProcess node;
  private static Member hana;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    abroad = new Abroad(vertx);
    node = new NodeProcess("flood", new Line(vertx), Map.of());
    node.start();
    hana = node.members("hana").getFirst();
    abroad.learn(hana);
  }

  @AfterAll
  static void end() {
    node.close();
    abroad.close();
    vertx.close().await();
  }

  @Test
  void what_many_hosts_send_at_once_is_taken_or_told_to_wait() {
    var perSecond = Form.of(50, 500);
    var authors =
        IntStream.range(0, Form.of(5, 50))
            .mapToObj(i -> abroad.oneOfMany("host" + i, "author" + i))
            .toList();
    var accounts = authors.stream().map(author -> abroad.followedBy(hana, author)).toList();
    var flood = new Flood(node, authors, perSecond * Form.of(4, 60));
    var refused = new ConcurrentLinkedQueue<Line.Answer>();
    read(refused);
    var before = node.megabytes();
    var reading = new AtomicBoolean(true);
    var latencies = new ConcurrentLinkedQueue<Duration>();
    var reader =
        Thread.startVirtualThread(
            () -> {
              while (reading.get()) latencies.add(read(refused));
            });

    flood.pour(perSecond);
    var drained =
        Patience.until(
            () -> "all %d are visible: %d".formatted(flood.taken(), visible(accounts)),
            DRAINED_WITHIN,
            () -> visible(accounts) >= flood.taken());
    reading.set(false);
    join(reader);
    var grown = node.megabytes() - before;

    Form.figure(
        "a flood",
        "%d Creates at %d/s from %d hosts, answered %s, all visible %.1f s after the last;"
            + " reading meanwhile took p50 %d ms, p95 %d ms, %d told to wait; memory grew by %d MB",
        flood.answers().size(),
        perSecond,
        authors.size(),
        flood.answers().stream()
            .collect(Collectors.groupingBy(Line.Answer::status, Collectors.counting())),
        drained.toMillis() / 1e3,
        Latencies.of(latencies).percent(50),
        Latencies.of(latencies).percent(95),
        refused.size(),
        grown);
    assertThat(refused).allMatch(FloodTest::isTakenOrToldToWait);
    assertThat(flood.answers()).allMatch(FloodTest::isTakenOrToldToWait);
    assertThat(visible(accounts)).isEqualTo(flood.taken());
    assertThat(grown).isLessThan(MOST_GROWTH);
    if (Form.isFull()) assertThat(Latencies.of(latencies).percent(95)).isLessThan(500);
  }

  private static boolean isTakenOrToldToWait(Line.Answer answer) {
    return answer.status() == 202 || answer.status() == 503 && answer.retryAfter().isPresent();
  }

  /** What somebody does who has the app open. */
  private static Duration read(Queue<Line.Answer> refused) {
    var begun = System.nanoTime();
    var answer = hana.get("/api/v1/timelines/home?limit=20");
    if (answer.status() != 200) refused.add(answer);
    var took = Duration.ofNanos(System.nanoTime() - begun);
    Patience.pause(Duration.ofMillis(100));
    return took;
  }

  private static long visible(List<String> accounts) {
    return accounts.stream()
        .map(account -> hana.get("/api/v1/accounts/" + account).document())
        .mapToLong(account -> account.number("statuses_count").orElse(0L))
        .sum();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
