package social.kring.platform.storage;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Statements, in or outside of a transaction. Parameters are {@code $1}, {@code $2} …
 *
 * <p>All throw a {@link social.kring.protocol.Problem} UNAVAILABLE where the database cannot be
 * reached, and PgException for what the statement itself did wrong.
 */
public interface Queries {

  /** The first row, if there is one. */
  <T> Optional<T> one(String sql, Tuple parameters, Function<Row, T> read);

  /** All rows; the statement bounds how many. */
  <T> List<T> list(String sql, Tuple parameters, Function<Row, T> read);

  /**
   * @return how many rows it changed
   */
  int execute(String sql, Tuple parameters);

  /** The same statement for many parameters, in one round trip. */
  void batch(String sql, List<Tuple> parameters);

  default <T> Optional<T> one(String sql, Function<Row, T> read) {
    return one(sql, Tuple.tuple(), read);
  }

  default <T> List<T> list(String sql, Function<Row, T> read) {
    return list(sql, Tuple.tuple(), read);
  }

  default int execute(String sql) {
    return execute(sql, Tuple.tuple());
  }

  /** Whether the statement finds any row. */
  default boolean exists(String sql, Tuple parameters) {
    return one(sql, parameters, row -> true).isPresent();
  }
}
