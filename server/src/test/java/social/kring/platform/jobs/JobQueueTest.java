package social.kring.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;
import social.kring.platform.workers.Workers;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.testing.SteppingClock;
import social.kring.testing.TestPostgres;

@Timeout(60)
class JobQueueTest {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final Vertx vertx = Vertx.vertx();
  private final Database database = TestPostgres.shared().database(vertx);
  private final SteppingClock clock = new SteppingClock();
  private final Ids ids = new Ids(clock, new SecureRandom());
  private final Workers workers = new Workers();
  private final JobQueue queue = new JobQueue(ids, clock, () -> JobWorkers.wake(workers));
  private final List<String> done = new ArrayList<>();
  private Consumer<Tree> onRun = details -> {};

  @AfterEach
  void close() {
    workers.close();
    database.close();
    vertx.close().await();
  }

  @Test
  void a_job_is_done_when_it_is_due_and_once() {
    var process = process("one");
    leave("tidy", "a", clock.instant().plus(AN_HOUR));
    drain(process);
    assertThat(done).isEmpty();

    clock.advance(AN_HOUR);
    drain(process);
    drain(process);

    assertThat(done).containsExactly("tidy a");
  }

  @Test
  void jobs_of_one_key_that_wait_are_one_job_at_the_earlier_time_with_the_later_details() {
    leave("tidy", "a", clock.instant());
    database.transaction(
        tx -> {
          var later = clock.instant().plus(AN_HOUR);
          queue.schedule(tx, "tidy", "a", Tree.of(Map.of("name", "newer")), later);
          return true;
        });
    leave("tidy", "b", clock.instant());
    leave("mend", "a", clock.instant());

    drain(process("one"));

    assertThat(done).containsExactlyInAnyOrder("tidy newer", "tidy b", "mend a");
  }

  @Test
  void what_is_asked_for_while_it_runs_is_done_again() {
    var process = process("one");
    leave("tidy", "a", clock.instant());
    onRun =
        details -> {
          if (done.isEmpty()) leave("tidy", "a", clock.instant());
        };

    drain(process);

    assertThat(done).containsExactly("tidy a", "tidy a");
  }

  @Test
  void an_operator_has_a_job_that_was_given_up_tried_again() {
    var process = process("one");
    var given = givenUp(process);
    onRun = details -> {};

    assertThat(database.<Boolean>transaction(tx -> queue.retry(tx, given))).isTrue();
    assertThat(queue.waiting(database, 10)).extracting(QueuedJob::id).contains(given);
    drain(process);

    assertThat(done).containsExactly("tidy a");
    assertThat(queue.find(database, given)).isEmpty();
    assertThat(database.<Boolean>transaction(tx -> queue.retry(tx, given))).isFalse();
  }

  @Test
  void what_waits_already_is_not_tried_again_beside_itself() {
    var given = givenUp(process("one"));
    leave("tidy", "a", clock.instant().plus(AN_HOUR));

    assertThat(database.<Boolean>transaction(tx -> queue.retry(tx, given))).isFalse();

    assertThat(queue.find(database, given)).isPresent();
  }

  @Test
  void an_operator_forgets_a_job_that_was_given_up_and_no_other() {
    var given = givenUp(process("one"));
    leave("tidy", "b", clock.instant().plus(AN_HOUR));
    var waiting =
        queue.waiting(database, 10).stream().filter(job -> job.key().equals("b")).toList();

    assertThat(database.<Boolean>transaction(tx -> queue.drop(tx, given))).isTrue();
    assertThat(database.<Boolean>transaction(tx -> queue.drop(tx, waiting.getFirst().id())))
        .isFalse();

    assertThat(queue.parked(database, 10)).isEmpty();
    assertThat(queue.waiting(database, 10)).isEqualTo(waiting);
  }

  private long givenUp(JobWorkers process) {
    leave("tidy", "a", clock.instant());
    onRun =
        details -> {
          throw new IllegalStateException("out of soap");
        };
    while (process.parked(database).isEmpty()) {
      drain(process);
      stepToNext();
    }
    return process.parked(database).getFirst().id();
  }

  @Test
  void a_job_that_fails_is_tried_again_later_and_later_and_then_parked_with_its_reason() {
    var process = process("one");
    leave("tidy", "a", clock.instant());
    onRun =
        details -> {
          throw new IllegalStateException("out of soap");
        };
    var waits = new ArrayList<Long>();
    while (process.parked(database).isEmpty()) {
      drain(process);
      waits.add(stepToNext());
    }

    assertThat(waits).startsWith(5L, 10L, 20L, 40L).hasSize(12).isSorted();
    assertThat(process.parked(database))
        .singleElement()
        .satisfies(
            parked -> {
              assertThat(parked.fate().tries()).isEqualTo(12);
              assertThat(parked.fate().reason().orElseThrow()).contains("out of soap");
            });
    onRun = details -> {};
    leave("tidy", "a", clock.instant());
    drain(process);
    assertThat(done).hasSize(1);
  }

  @Test
  void whoever_asks_to_wait_longer_is_left_alone_that_long() {
    leave("tidy", "a", clock.instant());
    onRun =
        details -> {
          throw Problem.unavailable("busy", Duration.ofMinutes(2));
        };

    drain(process("one"));

    assertThat(stepToNext()).isEqualTo(120);
  }

  @Test
  void a_job_of_a_process_that_died_is_had_by_another_when_its_lease_is_over() {
    leave("tidy", "a", clock.instant());
    dieWorking("one");

    drain(process("two"));
    assertThat(done).isEmpty();

    clock.advance(Duration.ofSeconds(25));
    drain(process("two"));
    assertThat(done).containsExactly("tidy a");
  }

  @Test
  void a_process_that_is_started_again_has_its_own_jobs_at_once() {
    leave("tidy", "a", clock.instant());
    dieWorking("one");
    var again = process("one");

    again.prepare(ids);
    drain(again);

    assertThat(done).contains("tidy a");
  }

  @Test
  void a_long_job_keeps_its_lease() {
    var one = process("one");
    var two = process("two");
    leave("tidy", "a", clock.instant());
    onRun =
        details -> {
          for (var i = 0; i < 4; i++) {
            clock.advance(Duration.ofSeconds(20));
            one.leases().work();
            onRun = again -> done.add("stolen");
            drain(two);
          }
        };

    drain(one);

    assertThat(done).containsExactly("tidy a");
  }

  @Test
  void what_recurs_is_done_again_and_again_whatever_happens() {
    var process = process("one");
    process.prepare(ids);
    process.prepare(ids);
    drain(process);
    assertThat(done).containsExactly("recur null");

    assertThat(stepToNext()).isEqualTo(3_600);
    onRun =
        details -> {
          throw new IllegalStateException("not today");
        };
    for (var i = 0; i < 20; i++) {
      drain(process);
      stepToNext();
    }
    onRun = details -> {};
    drain(process);

    assertThat(process.parked(database)).isEmpty();
    assertThat(done).hasSize(2);
  }

  @Test
  void jobs_that_this_version_does_not_know_are_left_alone() {
    leave("unknown", "a", clock.instant());
    leave("tidy", "a", clock.instant());

    drain(process("one"));

    assertThat(done).containsExactly("tidy a");
    assertThat(database.list("SELECT kind FROM job", row -> row.getString(0)))
        .containsExactly("unknown");
  }

  @Test
  void many_slow_jobs_of_a_kind_leave_room_for_others() {
    leaveRoom(4, "tidy");
  }

  @Test
  void jobs_that_wait_for_other_hosts_leave_room_however_many_kinds_there_are() {
    leaveRoom(6, "ask", "fetch");
  }

  private void leaveRoom(int most, String... kinds) {
    var slow = new CountDownLatch(most);
    var free = new CountDownLatch(1);
    var quick = new CountDownLatch(1);
    onRun =
        details -> {
          if (details.string("name").orElse("").equals("quick")) {
            quick.countDown();
            return;
          }
          slow.countDown();
          await(free);
        };
    for (var kind : kinds) {
      for (var i = 0; i < 20; i++) leave(kind, "slow " + i, clock.instant());
    }
    process("one").start(workers, ids);
    await(slow);

    leave("mend", "quick", clock.instant());

    await(quick);
    free.countDown();
  }

  @Test
  void nothing_is_left_to_do_by_what_was_rolled_back() {
    assertThatThrownBy(
            () ->
                database.transaction(
                    tx -> {
                      queue.schedule(tx, "tidy", "a", Tree.builder().build(), clock.instant());
                      throw Problem.conflict("no");
                    }))
        .isInstanceOf(Problem.class);

    drain(process("one"));

    assertThat(done).isEmpty();
  }

  /** Claims a job and never says how it went. */
  private void dieWorking(String name) {
    var claim =
        new JobTable.Claim(
            java.util.Set.of("tidy"), name, clock.instant(), clock.instant().plus(JobRunner.LEASE));
    assertThat(new JobTable().claim(database, claim)).isPresent();
  }

  private void leave(String kind, String key, Instant due) {
    database.transaction(
        tx -> {
          queue.schedule(tx, kind, key, Tree.of(Map.of("name", key)), due);
          return true;
        });
  }

  /** Moves the clock to when the next job is due; how many seconds that is. */
  private long stepToNext() {
    return database
        .one(
            "SELECT due_at FROM job WHERE parked_at IS NULL ORDER BY due_at LIMIT 1",
            row -> row.getOffsetDateTime(0).toInstant())
        .map(
            due -> {
              var wait = Duration.between(clock.instant(), due);
              clock.advance(wait);
              return wait.toSeconds();
            })
        .orElse(Long.MAX_VALUE);
  }

  private JobWorkers process(String name) {
    return new JobWorkers(
        List.of(
            new Chore("tidy", Optional.empty()),
            new Chore("mend", Optional.empty()),
            new Chore("ask", Optional.empty()),
            new Chore("fetch", Optional.empty()),
            new Chore("recur", Optional.of(AN_HOUR))),
        database,
        clock,
        name);
  }

  private static void drain(JobWorkers process) {
    var worker = process.worker();
    while (worker.work()) {
      // There is more.
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) throw new IllegalStateException("it never came");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Chore implements JobHandler {
    private final String kind;
    private final Optional<Duration> every;

    private Chore(String kind, Optional<Duration> every) {
      this.kind = kind;
      this.every = every;
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public boolean asksOthers() {
      return kind.equals("ask") || kind.equals("fetch");
    }

    @Override
    public Optional<Duration> every() {
      return every;
    }

    @Override
    public void run(Tree details) {
      onRun.accept(details);
      synchronized (done) {
        done.add(kind + " " + details.string("name").orElse(null));
      }
    }
  }
}
