package social.kring.door.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.protocol.Problem;

@Timeout(60)
class FerryTest {
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final Ferry<String, Integer> ferry = new Ferry<>();
  private final AtomicInteger stored = new AtomicInteger();
  private final AtomicInteger crossings = new AtomicInteger();

  @AfterEach
  void close() {
    people.close();
  }

  private int read() {
    crossings.incrementAndGet();
    return stored.get();
  }

  /** Somebody who reads, and comes back only when let go. */
  private Future<Integer> held(CountDownLatch begun, CountDownLatch release) {
    return people.submit(
        () ->
            ferry.get(
                "home",
                () -> {
                  var seen = read();
                  begun.countDown();
                  wait(release);
                  return seen;
                }));
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void who_comes_while_an_answer_is_made_sees_what_was_stored_meanwhile() throws Exception {
    var begun = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var early = held(begun, release);
    begun.await();
    stored.set(1);
    Callable<Integer> late = () -> ferry.get("home", this::read);
    var lateOnes = List.of(people.submit(late), people.submit(late), people.submit(late));
    release.countDown();

    assertThat(early.get()).isZero();
    for (var each : lateOnes) assertThat(each.get()).isEqualTo(1);
  }

  @Test
  void all_who_wait_cross_together() throws Exception {
    var begun = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var early = held(begun, release);
    begun.await();
    var waiting = new ArrayList<Thread>();
    for (var i = 0; i < 100; i++) {
      waiting.add(Thread.ofVirtual().start(() -> ferry.get("home", this::read)));
    }
    while (waiting.stream().anyMatch(each -> each.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
    release.countDown();
    early.get();
    for (var each : waiting) each.join();

    assertThat(crossings).hasValue(2);
  }

  @Test
  void others_do_not_wait_for_who_asks_for_something_else() throws Exception {
    var begun = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var early = held(begun, release);
    begun.await();

    assertThat(ferry.get("notifications", () -> 7)).isEqualTo(7);
    release.countDown();
    early.get();
  }

  @Test
  void a_failure_is_told_to_those_on_board_and_to_nobody_after_them() throws Exception {
    var begun = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var early = held(begun, release);
    begun.await();
    Callable<Integer> failing =
        () ->
            ferry.get(
                "home",
                () -> {
                  throw Problem.notFound("nothing here");
                });
    var late = List.of(people.submit(failing), people.submit(failing));
    release.countDown();
    early.get();

    for (var each : late) {
      assertThatExceptionOfType(Exception.class)
          .isThrownBy(each::get)
          .havingCause()
          .withMessage("nothing here");
    }
    assertThat(ferry.get("home", () -> 3)).isEqualTo(3);
  }

  @Test
  void a_failure_keeps_nobody_on_the_shore() throws Exception {
    var begun = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var early =
        people.submit(
            () ->
                ferry.get(
                    "home",
                    () -> {
                      begun.countDown();
                      wait(release);
                      throw Problem.unavailable("away", java.time.Duration.ofSeconds(1));
                    }));
    begun.await();
    var late = people.submit(() -> ferry.get("home", () -> 4));
    release.countDown();

    assertThatExceptionOfType(Exception.class).isThrownBy(early::get);
    assertThat(late.get()).isEqualTo(4);
  }

  @Test
  void many_readers_and_one_writer_never_disagree() throws Exception {
    var readers = new ArrayList<Future<Boolean>>();
    for (var i = 0; i < 8; i++) {
      readers.add(
          people.submit(
              () -> {
                for (var each = 0; each < 2_000; each++) {
                  var before = stored.get();
                  if (ferry.get("home", this::read) < before) return false;
                }
                return true;
              }));
    }
    for (var i = 0; i < 2_000; i++) {
      stored.incrementAndGet();
      Thread.yield();
    }

    for (var each : readers) assertThat(each.get()).isTrue();
  }
}
