package social.kring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Requests that never end, on many connections. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DripTest {
  private static final int MANY = 400;
  private static final Duration LONGEST = Duration.ofSeconds(180);

  private final Fortress fortress = new Fortress(Set.of());
  private Citizen alice;

  @BeforeAll
  void meet() {
    alice = fortress.citizen("alice");
  }

  @AfterAll
  void close() {
    fortress.close();
  }

  private List<String> beginnings() {
    var host = "Host: " + fortress.at("/").origin().authority() + "\r\n";
    var form = "Content-Type: application/x-www-form-urlencoded\r\n";
    return List.of(
        "G",
        "GET /",
        "GET / HTTP/1.1\r\n" + host + "X-Slow: ",
        "POST /ap/inbox HTTP/1.1\r\n" + host + "Content-Length: 500000\r\n\r\n",
        "POST /ap/inbox HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n7a120\r\n",
        "POST /oauth/token HTTP/1.1\r\n" + host + form + "Content-Length: 500000\r\n\r\n",
        "POST /api/v1/statuses HTTP/1.1\r\n%s%sAuthorization: Bearer %s\r\nContent-Length: 9000\r\n\r\nstatus="
            .formatted(host, form, alice.token()));
  }

  @Test
  void whoever_drips_is_dropped_and_holds_up_nobody() {
    var begun = System.nanoTime();
    fortress.staysAsItIs(
        () -> {
          var all = drippers();
          var dripping = new ArrayList<>(all);
          while (!dripping.isEmpty()) {
            dripping.removeIf(each -> !each.drips());
            assertThat(alice.api().get("/api/v1/timelines/home").status()).isEqualTo(200);
            assertThat(fortress.api().get("/nodeinfo/2.1").status()).isEqualTo(200);
            assertThat(System.nanoTime() - begun).isLessThan(LONGEST.toNanos());
            pause();
          }
          all.forEach(Dripper::close);
        });
  }

  private List<Dripper> drippers() {
    var beginnings = beginnings();
    return IntStream.range(0, MANY)
        .mapToObj(i -> new Dripper(fortress.port(), beginnings.get(i % beginnings.size())))
        .toList();
  }

  private static void pause() {
    try {
      new Semaphore(0).tryAcquire(500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
