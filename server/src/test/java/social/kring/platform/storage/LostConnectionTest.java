package social.kring.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.protocol.Problem;
import social.kring.testing.TestPostgres;
import social.kring.testing.Wire;

/** Whoever uses the database when it goes is told so, and hangs never. */
@Timeout(120)
class LostConnectionTest {
  private static final int BUSY = 60;

  private final Vertx vertx = Vertx.vertx();
  private final Wire wire = new Wire();
  private final PgConnectOptions address = TestPostgres.shared().newDatabase();
  private final Database database =
      Database.open(vertx, new PgConnectOptions(address).setPort(wire.port()), 8);
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();

  @AfterEach
  void close() {
    database.close();
    wire.close();
    vertx.close().await();
  }

  @Test
  void all_who_were_at_work_are_told_and_go_on_when_it_is_back() throws InterruptedException {
    wire.join(address.getPort());
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < BUSY; i++) threads.add(Thread.startVirtualThread(this::work));
    for (var round = 0; round < 10; round++) {
      awaitMore(done);
      wire.cut();
      awaitMore(refused);
      wire.join(address.getPort());
    }
    awaitMore(done);
    over.set(true);

    for (var thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(20))).as("nobody hangs").isTrue();
    }
    assertThat(database.one("SELECT 1", Tuple.tuple(), row -> row.getInteger(0))).contains(1);
  }

  @Test
  void a_server_that_ends_its_connections_is_no_other_case() throws InterruptedException {
    wire.join(address.getPort());
    var operator = Database.open(vertx, TestPostgres.shared().address("postgres"), 1);
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < BUSY; i++) threads.add(Thread.startVirtualThread(this::work));
    for (var round = 0; round < 30; round++) {
      awaitMore(done);
      operator.list(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
          Tuple.of(address.getDatabase()),
          row -> true);
    }
    awaitMore(done);
    over.set(true);

    for (var thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(20))).as("nobody hangs").isTrue();
    }
    assertThat(database.one("SELECT 1", Tuple.tuple(), row -> row.getInteger(0))).contains(1);
    operator.close();
  }

  private static void awaitMore(AtomicInteger counter) throws InterruptedException {
    var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    for (var enough = counter.get() + 2 * BUSY; counter.get() < enough; Thread.sleep(5)) {
      assertThat(System.nanoTime()).as("it goes on").isLessThan(end);
    }
  }

  private void work() {
    while (!over.get()) {
      try {
        var number = done.get();
        database.transaction(
            tx -> {
              tx.one("SELECT $1::int", Tuple.of(number), row -> row.getInteger(0));
              tx.batch("SELECT $1::bigint", List.of(Tuple.of(1L), Tuple.of(2L), Tuple.of(3L)));
              return tx.one("SELECT now()", row -> true);
            });
        database.one("SELECT $1::text", Tuple.of("x"), row -> row.getString(0));
        done.incrementAndGet();
      } catch (Problem away) {
        assertThat(away.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
        refused.incrementAndGet();
      }
    }
  }
}
