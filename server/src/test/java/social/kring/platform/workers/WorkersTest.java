package social.kring.platform.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkersTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final BlockingQueue<Integer> rounds = new LinkedBlockingQueue<>();

  @Test
  void a_worker_works_on_while_there_is_more() throws Exception {
    try (var workers = new Workers()) {
      workers.start(worker(LONG, () -> count() < 3));
      assertThat(nextRounds(3)).isEqualTo(3);
    }
    assertThat(rounds).isEmpty();
  }

  @Test
  void a_worker_at_rest_is_woken() throws Exception {
    try (var workers = new Workers()) {
      workers.start(worker(LONG, this::countOnly));
      assertThat(nextRounds(1)).isEqualTo(1);
      workers.wake("somebody else");
      workers.wake("counter");
      assertThat(nextRounds(1)).isEqualTo(2);
    }
  }

  @Test
  void a_call_during_a_round_is_not_lost() throws Exception {
    var called = new CountDownLatch(1);
    try (var workers = new Workers()) {
      workers.start(
          worker(
              LONG,
              () -> {
                if (count() == 1) await(called);
                return false;
              }));
      assertThat(nextRounds(1)).isEqualTo(1);
      workers.wake("counter");
      called.countDown();
      assertThat(nextRounds(1)).isEqualTo(2);
    }
  }

  @Test
  void a_worker_that_nobody_wakes_looks_after_its_pause() throws Exception {
    try (var workers = new Workers()) {
      workers.start(worker(Duration.ofMillis(1), this::countOnly));
      assertThat(nextRounds(3)).isEqualTo(3);
    }
  }

  @Test
  void a_worker_that_failed_tries_again() throws Exception {
    try (var workers = new Workers()) {
      workers.start(
          worker(
              LONG,
              () -> {
                if (count() == 1) throw new IllegalStateException("the first round fails");
                return false;
              }));
      assertThat(nextRounds(2)).isEqualTo(2);
    }
  }

  @Test
  void closing_waits_for_the_running_round() throws Exception {
    var ended = new CountDownLatch(1);
    var workers = new Workers();
    workers.start(
        worker(
            LONG,
            () -> {
              count();
              pause();
              ended.countDown();
              return true;
            }));
    nextRounds(1);
    workers.close();
    assertThat(ended.getCount()).isZero();
  }

  private int done;

  private int count() {
    rounds.add(++done);
    return done;
  }

  private boolean countOnly() {
    count();
    return false;
  }

  private int nextRounds(int many) throws InterruptedException {
    var last = 0;
    for (var i = 0; i < many; i++) last = rounds.poll(10, TimeUnit.SECONDS);
    return last;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Long enough that a close which did not wait would be over before. */
  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Worker worker(Duration pause, BooleanSupplier round) {
    return new Worker() {
      @Override
      public String name() {
        return "counter";
      }

      @Override
      public Duration pause() {
        return pause;
      }

      @Override
      public boolean work() {
        return round.getAsBoolean();
      }
    };
  }
}
