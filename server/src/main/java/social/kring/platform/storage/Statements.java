package social.kring.platform.storage;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import social.kring.protocol.Problem;

/** Runs statements on a connection or a pool. */
class Statements implements Queries {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final SqlClient client;
  private final Patience patience;

  Statements(SqlClient client, Patience patience) {
    this.client = client;
    this.patience = patience;
  }

  @Override
  public <T> Optional<T> one(String sql, Tuple parameters, Function<Row, T> read) {
    for (var row : await(client.preparedQuery(sql).execute(parameters))) {
      return Optional.of(read.apply(row));
    }
    return Optional.empty();
  }

  @Override
  public <T> List<T> list(String sql, Tuple parameters, Function<Row, T> read) {
    var rows = await(client.preparedQuery(sql).execute(parameters));
    var list = new ArrayList<T>(Math.max(0, rows.size()));
    rows.forEach(row -> list.add(read.apply(row)));
    return List.copyOf(list);
  }

  @Override
  public int execute(String sql, Tuple parameters) {
    return await(client.preparedQuery(sql).execute(parameters)).rowCount();
  }

  @Override
  public void batch(String sql, List<Tuple> parameters) {
    if (!parameters.isEmpty()) await(client.preparedQuery(sql).executeBatch(parameters));
  }

  /** Waits; a database that is away is said to be so, whichever way it shows. */
  <T> T await(Future<T> future) {
    try {
      return patience.limit(future).await();
    } catch (PgException refused) {
      throw isAway(refused) ? unavailable(refused) : refused;
    } catch (Throwable failure) {
      if (isAway(failure)) throw unavailable(failure);
      throw failure;
    }
  }

  /** SQLSTATE classes 08 (connection), 53 (resources: a full disk) and 57P0x (shutting down). */
  private static boolean isAway(PgException failure) {
    var state = failure.getSqlState() == null ? "" : failure.getSqlState();
    return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P0");
  }

  /** Whoever is interrupted is being stopped, and has the database no more. */
  private static boolean isAway(Throwable failure) {
    return failure instanceof IOException
        || failure instanceof TimeoutException
        || failure instanceof InterruptedException
        || failure instanceof io.vertx.sqlclient.ClosedConnectionException
        || failure instanceof io.vertx.core.http.ConnectionPoolTooBusyException
        || String.valueOf(failure.getMessage()).contains("Timeout")
        || String.valueOf(failure.getMessage()).startsWith("Connection is not active");
  }

  private static Problem unavailable(Throwable cause) {
    var problem = Problem.unavailable("The database cannot be had now", TRY_AGAIN);
    problem.addSuppressed(cause);
    return problem;
  }
}
