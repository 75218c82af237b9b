package social.kring.testing;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import social.kring.platform.storage.Queries;

/** Counts how often the database is asked. */
public final class CountedQueries implements Queries {
  private final Queries queries;
  private int count;

  public CountedQueries(Queries queries) {
    this.queries = queries;
  }

  public int count() {
    return count;
  }

  @Override
  public <T> Optional<T> one(String sql, Tuple parameters, Function<Row, T> read) {
    count++;
    return queries.one(sql, parameters, read);
  }

  @Override
  public <T> List<T> list(String sql, Tuple parameters, Function<Row, T> read) {
    count++;
    return queries.list(sql, parameters, read);
  }

  @Override
  public int execute(String sql, Tuple parameters) {
    count++;
    return queries.execute(sql, parameters);
  }

  @Override
  public void batch(String sql, List<Tuple> parameters) {
    count++;
    queries.batch(sql, parameters);
  }
}
