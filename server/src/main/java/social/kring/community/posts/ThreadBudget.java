package social.kring.community.posts;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/**
 * The table {@code post_thread_budget}: how often other hosts may be asked for the sake of a
 * thread, however many of its posts arrive or are read here, and in however many processes.
 */
final class ThreadBudget {
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private ThreadBudget() {}

  /**
   * @param purse what is spent from
   * @param most in a quarter of an hour
   * @return whether that much was left
   */
  static boolean spend(Queries queries, String purse, int requests, int most, Instant now) {
    return queries.execute(
            """
            INSERT INTO post_thread_budget AS b (purse, since, spent)
            VALUES ($1, $2, $3)
            ON CONFLICT (purse) DO UPDATE
               SET since = CASE WHEN b.since < $4 THEN excluded.since ELSE b.since END,
                   spent = CASE WHEN b.since < $4 THEN excluded.spent
                                ELSE b.spent + excluded.spent END
             WHERE b.since < $4 OR b.spent + excluded.spent <= $5
            """,
            Tuple.of(
                digest(purse),
                PostColumns.time(now),
                requests,
                PostColumns.time(now.minus(WINDOW)),
                most))
        > 0;
  }

  static int deleteOld(Transaction tx, Instant now, int most) {
    return tx.execute(
        """
        DELETE FROM post_thread_budget
         WHERE purse IN (
               SELECT purse FROM post_thread_budget WHERE since < $1 ORDER BY since LIMIT $2)
        """,
        Tuple.of(PostColumns.time(now.minus(WINDOW)), most));
  }

  /** Others choose how long a thread's name is. */
  private static Buffer digest(String purse) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Buffer.buffer(digest.digest(purse.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
