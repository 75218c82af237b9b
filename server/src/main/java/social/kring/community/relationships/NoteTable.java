package social.kring.community.relationships;

import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code relationship_note}. */
final class NoteTable {

  void upsert(Transaction tx, long author, long about, String content) {
    tx.execute(
        """
        INSERT INTO relationship_note (author_id, about_id, content)
        VALUES ($1, $2, $3)
        ON CONFLICT (author_id, about_id) DO UPDATE SET content = excluded.content
        """,
        Tuple.of(author, about, content));
  }

  void delete(Transaction tx, long author, long about) {
    tx.execute(
        "DELETE FROM relationship_note WHERE author_id = $1 AND about_id = $2",
        Tuple.of(author, about));
  }

  Map<Long, String> about(Queries queries, long author, Collection<Long> others) {
    return queries
        .list(
            """
            SELECT about_id, content
              FROM relationship_note
             WHERE author_id = $1 AND about_id = ANY ($2)
            """,
            Tuple.of(author).addArrayOfLong(others.toArray(Long[]::new)),
            row -> Map.entry(row.getLong("about_id"), row.getString("content")))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  int deleteTouching(Transaction tx, long actor) {
    return tx.execute("DELETE FROM relationship_note WHERE author_id = $1", Tuple.of(actor))
        + tx.execute("DELETE FROM relationship_note WHERE about_id = $1", Tuple.of(actor));
  }
}
