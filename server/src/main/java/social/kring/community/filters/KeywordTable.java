package social.kring.community.filters;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code filter_keyword}. */
final class KeywordTable {

  void upsert(Transaction tx, Keyword keyword) {
    tx.execute(
        """
        INSERT INTO filter_keyword (id, filter_id, keyword, whole_word)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (id) DO UPDATE
          SET keyword = excluded.keyword, whole_word = excluded.whole_word
        """,
        Tuple.of(keyword.id(), keyword.filter(), keyword.text(), keyword.wholeWord()));
  }

  void delete(Transaction tx, long id) {
    tx.execute("DELETE FROM filter_keyword WHERE id = $1", Tuple.of(id));
  }

  List<Keyword> of(Queries queries, Collection<Long> filters) {
    return queries.list(
        """
        SELECT id, filter_id, keyword, whole_word
          FROM filter_keyword
         WHERE filter_id = ANY ($1)
         ORDER BY id
        """,
        Tuple.tuple().addArrayOfLong(filters.toArray(Long[]::new)),
        KeywordTable::from);
  }

  Optional<Keyword> find(Queries queries, long owner, long id) {
    return queries.one(
        """
        SELECT k.id, k.filter_id, k.keyword, k.whole_word
          FROM filter_keyword AS k
          JOIN filter AS f ON f.id = k.filter_id
         WHERE k.id = $1 AND f.owner_id = $2
        """,
        Tuple.of(id, owner),
        KeywordTable::from);
  }

  long countOf(Queries queries, long owner) {
    return queries
        .one(
            """
            SELECT count(*) AS number
              FROM filter_keyword AS k
              JOIN filter AS f ON f.id = k.filter_id
             WHERE f.owner_id = $1
            """,
            Tuple.of(owner),
            row -> row.getLong("number"))
        .orElse(0L);
  }

  private static Keyword from(Row row) {
    return new Keyword(
        row.getLong("id"),
        row.getLong("filter_id"),
        row.getString("keyword"),
        row.getBoolean("whole_word"));
  }
}
