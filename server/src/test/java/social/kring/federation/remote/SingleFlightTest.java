package social.kring.federation.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.protocol.Problem;

@Timeout(20)
class SingleFlightTest {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger flown = new AtomicInteger();
  private final SingleFlight<String, String> flights =
      new SingleFlight<>(new Misses<>(nanos::get, () -> 0L));

  @Test
  void many_at_once_share_one_flight() throws Exception {
    var started = new CountDownLatch(1);
    var land = new CountDownLatch(1);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          callers.submit(
              () ->
                  flights.get(
                      "a",
                      () -> {
                        flown.incrementAndGet();
                        started.countDown();
                        await(land);
                        return "landed";
                      }));
      started.await();
      var second = callers.submit(() -> flights.get("a", counted("another")));
      var elsewhere = callers.submit(() -> flights.get("b", () -> "elsewhere"));
      assertThat(elsewhere.get()).isEqualTo("elsewhere");
      land.countDown();
      assertThat(first.get()).isEqualTo("landed");
      assertThat(second.get()).isIn("landed", "another");
    }
    assertThat(flown.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void what_was_found_is_asked_for_again() {
    assertThat(flights.get("a", counted("one"))).isEqualTo("one");
    assertThat(flights.get("a", counted("two"))).isEqualTo("two");
  }

  @Test
  void what_was_missed_is_not_asked_for_again_within_a_minute() {
    Supplier<String> missing =
        () -> {
          flown.incrementAndGet();
          throw Problem.notFound("nothing at a");
        };
    for (var i = 0; i < 3; i++) {
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> flights.get("a", missing))
          .withMessage("nothing at a");
    }
    assertThat(flown).hasValue(1);
    nanos.addAndGet(Duration.ofSeconds(61).toNanos());
    assertThat(flights.get("a", () -> "there now")).isEqualTo("there now");
  }

  @Test
  void a_host_that_asks_for_patience_gets_it() {
    Supplier<String> busy =
        () -> {
          throw Problem.unavailable("busy", Duration.ofMinutes(10));
        };
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> flights.get("a", busy));
    nanos.addAndGet(Duration.ofMinutes(9).toNanos());
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> flights.get("a", () -> "early"));
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(flights.get("a", () -> "late enough")).isEqualTo("late enough");
  }

  @Test
  void an_error_of_our_own_is_not_remembered() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                flights.get(
                    "a",
                    () -> {
                      throw new IllegalStateException("a bug");
                    }));
    assertThat(flights.get("a", () -> "fine")).isEqualTo("fine");
  }

  private Supplier<String> counted(String result) {
    return () -> {
      flown.incrementAndGet();
      return result;
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
