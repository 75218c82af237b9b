package social.kring.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Transaction;
import social.kring.platform.workers.Worker;
import social.kring.platform.workers.Workers;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.testing.SteppingClock;
import social.kring.testing.TestPostgres;

@Timeout(60)
class EventLogTest {
  private static final Tree NO_DETAILS = Tree.builder().build();

  private final Vertx vertx = Vertx.vertx();
  private final Database database = TestPostgres.shared().database(vertx);
  private final SteppingClock clock = new SteppingClock();
  private final Workers workers = new Workers();
  private final EventLog log =
      new EventLog(
          new Ids(clock, new SecureRandom()), clock, () -> EventDispatch.wakeRelay(workers));
  private final Notebook notebook = new Notebook("test.notebook", Set.of());

  EventLogTest() {
    database.execute("CREATE TABLE note (consumer text, id bigint, subject bigint, place serial)");
  }

  @AfterEach
  void close() {
    workers.close();
    database.close();
    vertx.close().await();
  }

  @Test
  void what_happened_reaches_each_consumer_once_with_all_that_was_recorded() {
    var other = new Notebook("test.other", Set.of());
    var dispatch = dispatch(notebook, other);
    var details = Tree.of(Map.of("actor", 7L, "name", "ünï"));
    var id = record(Happening.here("post.created", 42, details));

    drain(dispatch);
    drain(dispatch);

    for (var consumer : List.of(notebook, other)) {
      assertThat(consumer.taken)
          .singleElement()
          .isEqualTo(
              new Event(1, id, clock.instant(), Happening.here("post.created", 42, details)));
    }
  }

  @Test
  void nothing_is_told_of_what_was_rolled_back() {
    var dispatch = dispatch(notebook);
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      log.record(tx, Happening.here("post.created", 1, NO_DETAILS));
                      throw Problem.conflict("no");
                    }))
        .isInstanceOf(Problem.class);
    record("post.created", 2);

    drain(dispatch);

    assertThat(notebook.subjects()).containsExactly(2L);
  }

  @Test
  void a_consumer_gets_the_kinds_it_wants() {
    var picky = new Notebook("test.picky", Set.of("post.deleted"));
    var dispatch = dispatch(picky);
    record("post.created", 1);
    record("post.deleted", 2);
    record("post.created", 3);

    drain(dispatch);

    assertThat(picky.subjects()).containsExactly(2L);
    assertThat(dispatch.lags(database))
        .containsExactly(new EventLag("test.picky", 0, Duration.ZERO));
  }

  @Test
  void publications_go_to_whoever_wants_them_and_to_nobody_else() {
    var teller =
        new Notebook("test.teller", Set.of()) {
          @Override
          public boolean wantsPublications() {
            return true;
          }
        };
    var dispatch = dispatch(notebook, teller);
    var publication =
        new Publication(
            9,
            Tree.of(Map.of("id", "https://a.example/1", "type", "Create")),
            List.of(
                Publication.Recipients.followers(9),
                new Publication.Recipients("post.reached", 1)));
    record("post.created", 1);
    record(Happening.published("post.created", 2, NO_DETAILS, publication));

    drain(dispatch);

    assertThat(notebook.taken).hasSize(2);
    assertThat(notebook.taken).allMatch(event -> event.happening().publication().isEmpty());
    assertThat(teller.taken).extracting(Event::subject).containsExactly(2L);
    assertThat(teller.taken.getFirst().happening().publication()).contains(publication);
  }

  @Test
  void what_commits_late_is_not_overlooked() throws Exception {
    var dispatch = dispatch(notebook);
    var recorded = new CountDownLatch(1);
    var overtaken = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var late =
          threads.submit(
              () ->
                  change(
                      tx -> {
                        log.record(tx, Happening.here("post.created", 1, NO_DETAILS));
                        recorded.countDown();
                        await(overtaken);
                      }));
      await(recorded);
      record("post.created", 2);
      drain(dispatch);
      assertThat(notebook.subjects()).containsExactly(2L);
      overtaken.countDown();
      late.get(10, TimeUnit.SECONDS);
    }

    drain(dispatch);

    assertThat(notebook.subjects()).containsExactly(2L, 1L);
  }

  @Test
  void with_many_writers_each_event_comes_once_and_in_the_order_of_its_subject() throws Exception {
    var writers = 8;
    var each = 40;
    database.execute("CREATE TABLE thing (id bigint PRIMARY KEY, version bigint NOT NULL)");
    database.execute("INSERT INTO thing SELECT n, 0 FROM generate_series(1, 5) AS n");
    var dispatch = dispatch(notebook);
    dispatch.start();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          IntStream.range(0, writers)
              .mapToObj(
                  writer ->
                      threads.submit(
                          () -> IntStream.range(0, each).forEach(i -> touch(1 + (writer + i) % 5))))
              .toList();
      for (var task : tasks) task.get(30, TimeUnit.SECONDS);
    }
    workers.close();
    drain(dispatch);

    assertThat(notebook.taken).hasSize(writers * each);
    assertThat(notebook.taken).extracting(Event::id).doesNotHaveDuplicates();
    var bySubject = notebook.taken.stream().collect(Collectors.groupingBy(Event::subject));
    bySubject.forEach(
        (subject, events) ->
            assertThat(events.stream().map(EventLogTest::version))
                .as("subject %s", subject)
                .isEqualTo(
                    IntStream.rangeClosed(1, events.size()).mapToObj(Long::valueOf).toList()));
  }

  /** Changes a row under its lock and records which change it was. */
  private void touch(long thing) {
    change(
        tx -> {
          var version =
              tx.one(
                      "UPDATE thing SET version = version + 1 WHERE id = $1 RETURNING version",
                      Tuple.of(thing),
                      row -> row.getLong(0))
                  .orElseThrow();
          log.record(
              tx, Happening.here("thing.touched", thing, Tree.of(Map.of("version", version))));
        });
  }

  private static long version(Event event) {
    return event.happening().details().number("version").orElseThrow();
  }

  @Test
  void effects_and_cursor_are_one_so_a_crash_in_the_middle_repeats_nothing() {
    var dispatch = dispatch(notebook);
    record("post.created", 1);
    record("post.created", 2);
    notebook.onEvent =
        event -> {
          if (event.subject() == 2) throw Problem.unavailable("killed", Duration.ZERO);
        };
    assertThatThrownBy(() -> drain(dispatch)).isInstanceOf(Problem.class);
    assertThat(notebook.noted()).isEmpty();

    var restarted = new Notebook("test.notebook", Set.of());
    drain(dispatch(restarted));

    assertThat(restarted.noted()).containsExactly(1L, 2L);
  }

  @Test
  void one_bad_event_among_many_is_parked_after_five_tries_and_passed_over() {
    var dispatch = dispatch(notebook);
    notebook.onEvent =
        event -> {
          if (event.subject() == 2) throw new IllegalStateException("cannot take " + 2);
        };
    record("post.created", 1);
    record("post.created", 2);
    record("post.created", 3);

    for (var tries = 1; tries < 5; tries++) {
      assertThatThrownBy(() -> drain(dispatch)).hasMessage("cannot take 2");
      assertThat(notebook.noted()).containsExactly(1L);
      assertThat(dispatch.parked(database)).isEmpty();
    }
    drain(dispatch);

    assertThat(notebook.noted()).containsExactly(1L, 3L);
    assertThat(dispatch.parked(database))
        .singleElement()
        .satisfies(
            parked -> {
              assertThat(parked.subject()).isEqualTo(2);
              assertThat(parked.consumer()).isEqualTo("test.notebook");
              assertThat(parked.reason()).contains("cannot take 2");
            });
  }

  @Test
  void an_operator_has_a_parked_event_taken_after_all_however_old_it_is() {
    var queue = new EventQueue(List.of(notebook));
    var parked = parkSecond(dispatch(notebook));
    clock.advance(Duration.ofHours(2));
    while (new EventSweep(database, clock).work()) {
      // There is more.
    }
    notebook.onEvent = event -> {};

    change(tx -> assertThat(queue.retry(tx, parked.consumer(), parked.number())).isTrue());

    assertThat(notebook.noted()).containsExactly(1L, 3L, 2L);
    assertThat(queue.parked(database, 10)).isEmpty();
    change(tx -> assertThat(queue.retry(tx, parked.consumer(), parked.number())).isFalse());
    assertThat(notebook.noted()).hasSize(3);
  }

  @Test
  void an_event_that_fails_again_stays_parked() {
    var queue = new EventQueue(List.of(notebook));
    var parked = parkSecond(dispatch(notebook));

    assertThatThrownBy(() -> change(tx -> queue.retry(tx, parked.consumer(), parked.number())))
        .hasMessage("cannot take 2");

    assertThat(queue.find(database, parked.consumer(), parked.number())).contains(parked);
  }

  @Test
  void an_operator_forgets_a_parked_event() {
    var queue = new EventQueue(List.of(notebook));
    var parked = parkSecond(dispatch(notebook));

    change(tx -> assertThat(queue.drop(tx, parked.consumer(), parked.number())).isTrue());

    assertThat(queue.parked(database, 10)).isEmpty();
    assertThat(notebook.noted()).containsExactly(1L, 3L);
  }

  private ParkedEvent parkSecond(EventDispatch dispatch) {
    notebook.onEvent =
        event -> {
          if (event.subject() == 2) throw new IllegalStateException("cannot take " + 2);
        };
    record("post.created", 1);
    record("post.created", 2);
    record("post.created", 3);
    for (var tries = 1; tries < 5; tries++) {
      assertThatThrownBy(() -> drain(dispatch)).hasMessage("cannot take 2");
    }
    drain(dispatch);
    return dispatch.parked(database).getFirst();
  }

  @Test
  void a_database_that_is_away_is_no_failure_of_the_event() {
    var dispatch = dispatch(notebook);
    var away = new AtomicBoolean(true);
    notebook.onEvent =
        event -> {
          if (away.get()) throw Problem.unavailable("the database is away", Duration.ZERO);
        };
    record("post.created", 1);
    for (var tries = 0; tries < 10; tries++) {
      assertThatThrownBy(() -> drain(dispatch)).isInstanceOf(Problem.class);
    }
    away.set(false);

    drain(dispatch);

    assertThat(notebook.noted()).containsExactly(1L);
    assertThat(dispatch.parked(database)).isEmpty();
  }

  @Test
  void of_two_processes_one_works_for_a_consumer_at_a_time() throws Exception {
    var inside = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    notebook.onEvent =
        event -> {
          inside.countDown();
          await(leave);
        };
    var one = dispatch(notebook);
    var second = new Notebook("test.notebook", Set.of());
    var other = dispatch(second);
    record("post.created", 1);
    one.workers().getFirst().work();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var working = threads.submit(() -> drain(one));
      await(inside);
      drain(other);
      assertThat(second.taken).isEmpty();
      leave.countDown();
      working.get(10, TimeUnit.SECONDS);
    }

    drain(other);
    assertThat(second.taken).isEmpty();
    assertThat(notebook.noted()).containsExactly(1L);
  }

  @Test
  void a_consumer_that_is_new_begins_where_the_log_is() {
    drain(dispatch(notebook));
    record("post.created", 1);
    drain(dispatch(notebook));
    var late = new Notebook("test.late", Set.of());
    var dispatch = dispatch(late);
    record("post.created", 2);

    drain(dispatch);

    assertThat(late.subjects()).containsExactly(2L);
  }

  @Test
  void old_events_go_once_the_slowest_consumer_has_passed_them() {
    var dispatch = dispatch(notebook);
    var publication = new Publication(9, NO_DETAILS, List.of());
    record(Happening.published("post.created", 1, NO_DETAILS, publication));
    record("post.created", 2);
    drain(dispatch);
    record("post.created", 3);
    dispatch.workers().getFirst().work();
    clock.advance(Duration.ofHours(2));

    drain(new EventSweep(database, clock));

    assertThat(database.list("SELECT subject FROM event", row -> row.getLong(0)))
        .containsExactly(3L);
    assertThat(database.list("SELECT turn FROM event_publication", row -> row.getLong(0)))
        .isEmpty();
    assertThat(dispatch.lags(database))
        .containsExactly(new EventLag("test.notebook", 1, Duration.ofHours(2)));
  }

  @Test
  void recent_events_stay_for_whoever_reads_along() {
    var dispatch = dispatch(notebook);
    record("post.created", 1);
    drain(dispatch);

    drain(new EventSweep(database, clock));

    assertThat(database.list("SELECT subject FROM event", row -> row.getLong(0))).hasSize(1);
  }

  @Test
  void a_consumer_is_woken_within_moments_of_the_commit() throws Exception {
    var came = new CountDownLatch(1);
    notebook.onEvent = event -> came.countDown();
    dispatch(notebook).start();

    record("post.created", 1);

    assertThat(came.await(900, TimeUnit.MILLISECONDS)).isTrue();
  }

  @Test
  void other_processes_hear_of_it_by_a_notification() throws Exception {
    var told = new CountDownLatch(1);
    var kinds = new CopyOnWriteArrayList<String>();
    var subscribed = new CountDownLatch(1);
    var heard =
        new EventNotices(
            "another process",
            all -> {
              if (all.isEmpty()) {
                subscribed.countDown();
                return;
              }
              kinds.addAll(all);
              told.countDown();
            });
    try (var listening = EventListener.open(vertx, address(), heard)) {
      await(subscribed);
      record("post.created", 1);
      dispatch(notebook).workers().getFirst().work();
      await(told);
      assertThat(kinds).containsExactly("post.created");
      assertThat(listening).isNotNull();
    }
  }

  private io.vertx.pgclient.PgConnectOptions address() {
    return TestPostgres.shared()
        .address(database.one("SELECT current_database()", row -> row.getString(0)).orElseThrow());
  }

  private EventDispatch dispatch(EventConsumer... consumers) {
    return new EventDispatch(List.of(consumers), database, clock, workers);
  }

  private static void drain(EventDispatch dispatch) {
    dispatch.workers().forEach(EventLogTest::drain);
  }

  private static void drain(Worker worker) {
    while (worker.work()) {
      // There is more.
    }
  }

  private long record(String kind, long subject) {
    return record(Happening.here(kind, subject, NO_DETAILS));
  }

  private long record(Happening happening) {
    return database.transaction(tx -> log.record(tx, happening));
  }

  private void change(Consumer<Transaction> change) {
    database.transaction(
        tx -> {
          change.accept(tx);
          return Optional.empty();
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) throw new IllegalStateException("it never came");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Notes in a table, and in memory, what it is told. */
  private class Notebook implements EventConsumer {
    private final String name;
    private final Set<String> kinds;
    final List<Event> taken = new ArrayList<>();
    private Consumer<Event> onEvent = event -> {};

    Notebook(String name, Set<String> kinds) {
      this.name = name;
      this.kinds = kinds;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Set<String> kinds() {
      return kinds;
    }

    @Override
    public void consume(List<Event> events, Transaction tx) {
      for (var event : events) {
        tx.execute(
            "INSERT INTO note (consumer, id, subject) VALUES ($1, $2, $3)",
            Tuple.of(name, event.id(), event.subject()));
        onEvent.accept(event);
      }
      tx.afterCommit(() -> taken.addAll(events));
    }

    List<Long> subjects() {
      return taken.stream().map(Event::subject).toList();
    }

    List<Long> noted() {
      return database.list(
          "SELECT subject FROM note WHERE consumer = $1 ORDER BY place",
          Tuple.of(name),
          row -> row.getLong("subject"));
    }
  }
}
