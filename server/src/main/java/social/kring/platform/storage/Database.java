package social.kring.platform.storage;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import social.kring.protocol.Problem;

/** A pool of connections to PostgreSQL. For virtual threads and threads outside of Vert.x. */
public final class Database implements Queries, AutoCloseable {
  private static final int MOST_TRIES = 5;

  /** Serialization failure and deadlock: the same transaction may well succeed now. */
  private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01");

  /**
   * The pool's own timer fires now and then for who has a connection already, and then breaks off
   * what the pool was doing for others (vertx-sql-client #1567). Whoever waits looks at the time.
   */
  private static final int NO_TIMER = 0;

  private final Pool pool;
  private final Patience patience = new Patience();
  private final Statements statements;

  private Database(Pool pool) {
    this.pool = pool;
    this.statements = new Statements(pool, patience);
  }

  /**
   * Opens a pool; connections are made when they are needed.
   *
   * @param size how many connections at most
   */
  public static Database open(Vertx vertx, PgConnectOptions address, int size) {
    var options =
        new PgConnectOptions(address)
            .setCachePreparedStatements(true)
            .setPreparedStatementCacheMaxSize(512)
            .setPipeliningLimit(64)
            .addProperty("application_name", "kring")
            .addProperty("transaction_timeout", "5000");
    var pool =
        PgBuilder.pool()
            .using(vertx)
            .connectingTo(options)
            .with(
                new PoolOptions()
                    .setMaxSize(size)
                    .setMaxWaitQueueSize(1_000)
                    .setConnectionTimeout(NO_TIMER))
            .build();
    return new Database(pool);
  }

  /** Does all of it or nothing. Tries again where PostgreSQL gave up for the sake of another. */
  public <T> T transaction(Function<Transaction, T> work) {
    for (var tries = 1; ; tries++) {
      try {
        return once(work);
      } catch (PgException failure) {
        if (tries == MOST_TRIES || !WORTH_ANOTHER_TRY.contains(failure.getSqlState())) {
          throw failure;
        }
      }
    }
  }

  /**
   * By plain statements: Vert.x' own transactions are over at the first statement that fails, and
   * know nothing of savepoints.
   */
  private <T> T once(Function<Transaction, T> work) {
    var connection = connection();
    try {
      var open = new Open(connection, patience);
      open.simple("BEGIN");
      var result = workOrRollBack(open, work);
      open.simple("COMMIT");
      open.committed.forEach(Runnable::run);
      return result;
    } finally {
      connection.close();
    }
  }

  private SqlConnection connection() {
    var connection = pool.getConnection();
    try {
      return statements.await(connection);
    } catch (Problem tooLate) {
      connection.onSuccess(SqlConnection::close);
      throw tooLate;
    }
  }

  private static <T> T workOrRollBack(Open open, Function<Transaction, T> work) {
    try {
      var result = work.apply(open);
      open.checkUnbroken();
      return result;
    } catch (Throwable failure) {
      rollBack(open, failure);
      throw failure;
    }
  }

  private static void rollBack(Open open, Throwable failure) {
    try {
      open.simple("ROLLBACK");
    } catch (RuntimeException alreadyOver) {
      failure.addSuppressed(alreadyOver);
    }
  }

  @Override
  public <T> Optional<T> one(String sql, Tuple parameters, Function<Row, T> read) {
    return statements.one(sql, parameters, read);
  }

  @Override
  public <T> List<T> list(String sql, Tuple parameters, Function<Row, T> read) {
    return statements.list(sql, parameters, read);
  }

  @Override
  public int execute(String sql, Tuple parameters) {
    return statements.execute(sql, parameters);
  }

  @Override
  public void batch(String sql, List<Tuple> parameters) {
    statements.batch(sql, parameters);
  }

  @Override
  public void close() {
    pool.close().await();
    patience.close();
  }

  private static final class Open extends Statements implements Transaction {
    private final SqlConnection connection;
    private final List<Runnable> committed = new ArrayList<>();
    private boolean broken;

    private Open(SqlConnection connection, Patience patience) {
      super(connection, patience);
      this.connection = connection;
    }

    @Override
    public <T> Optional<T> one(String sql, Tuple parameters, Function<Row, T> read) {
      return watched(() -> super.one(sql, parameters, read));
    }

    @Override
    public <T> List<T> list(String sql, Tuple parameters, Function<Row, T> read) {
      return watched(() -> super.list(sql, parameters, read));
    }

    @Override
    public int execute(String sql, Tuple parameters) {
      return watched(() -> super.execute(sql, parameters));
    }

    @Override
    public void batch(String sql, List<Tuple> parameters) {
      watched(
          () -> {
            super.batch(sql, parameters);
            return null;
          });
    }

    private <T> T watched(Supplier<T> statement) {
      try {
        return statement.get();
      } catch (RuntimeException failure) {
        broken = true;
        throw failure;
      }
    }

    /** PostgreSQL would take a COMMIT for a ROLLBACK, and say nothing. */
    private void checkUnbroken() {
      if (broken) throw new IllegalStateException("A statement failed, and nobody was told");
    }

    @Override
    public void afterCommit(Runnable action) {
      committed.add(action);
    }

    @Override
    public <T> T attempt(Supplier<T> work) {
      simple("SAVEPOINT attempt");
      var before = committed.size();
      try {
        var result = work.get();
        checkUnbroken();
        simple("RELEASE SAVEPOINT attempt");
        return result;
      } catch (Throwable failure) {
        committed.subList(before, committed.size()).clear();
        simple("ROLLBACK TO SAVEPOINT attempt");
        simple("RELEASE SAVEPOINT attempt");
        broken = false;
        throw failure;
      }
    }

    private void simple(String sql) {
      await(connection.query(sql).execute());
    }
  }
}
