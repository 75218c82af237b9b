package social.kring.community;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a list sorted by id are wanted: keyset pagination as the client API speaks it.
 *
 * @param before only rows with a smaller id ({@code max_id})
 * @param after only rows with a greater id ({@code since_id}, {@code min_id})
 * @param upward the rows next to {@code after} rather than the newest ({@code min_id})
 * @param limit at most so many rows
 */
public record PageRequest(long before, long after, boolean upward, int limit) {

  public static PageRequest newest(int limit) {
    return new PageRequest(Long.MAX_VALUE, 0, false, limit);
  }

  public static PageRequest olderThan(long id, int limit) {
    return new PageRequest(id, 0, false, limit);
  }

  /** From the three parameters of the client API; {@code min_id} wins over {@code since_id}. */
  public static PageRequest of(
      Optional<Long> maxId, Optional<Long> sinceId, Optional<Long> minId, int limit) {
    return new PageRequest(
        maxId.orElse(Long.MAX_VALUE), minId.or(() -> sinceId).orElse(0L), minId.isPresent(), limit);
  }

  /** How SQL has to sort, so that its LIMIT takes the right rows. */
  public String direction() {
    return upward ? "ASC" : "DESC";
  }

  /**
   * Conditions that keep a column within the page, each beginning with AND. Where there is no bound
   * there is no condition: PostgreSQL would think that next to nothing is left, and sort it all
   * instead of walking down an index. For the same reason the limit belongs into the statement.
   *
   * @param place of the first parameter that {@link #bounds} adds
   */
  public String within(String column, int place) {
    var lower = before == Long.MAX_VALUE ? place : place + 1;
    return (before == Long.MAX_VALUE ? "" : " AND " + column + " < $" + place)
        + (after == 0 ? "" : " AND " + column + " > $" + lower);
  }

  /** Adds the bounds that there are. */
  public Tuple bounds(Tuple parameters) {
    if (before != Long.MAX_VALUE) parameters.addLong(before);
    if (after != 0) parameters.addLong(after);
    return parameters;
  }

  /** Puts what SQL found into the order that is shown. */
  public <T> List<T> newestFirst(List<T> found) {
    return upward ? found.reversed() : found;
  }
}
