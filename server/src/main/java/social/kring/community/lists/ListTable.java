package social.kring.community.lists;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code list}. */
final class ListTable {
  private static final String SELECT =
      "SELECT id, owner_id, title, replies_policy, exclusive FROM list ";

  /**
   * @return whether there was room for one more
   */
  boolean insert(Transaction tx, PersonalList list, int most) {
    return tx.execute(
            """
            INSERT INTO list (id, owner_id, title, replies_policy, exclusive)
            SELECT $1, $2, $3, $4, $5
             WHERE (SELECT count(*) FROM list WHERE owner_id = $2) < $6
            """,
            tuple(list).addInteger(most))
        > 0;
  }

  void update(Transaction tx, PersonalList list) {
    tx.execute(
        """
        UPDATE list
           SET title = $3, replies_policy = $4, exclusive = $5
         WHERE id = $1 AND owner_id = $2
        """,
        tuple(list));
  }

  boolean delete(Transaction tx, long owner, long id) {
    return tx.execute("DELETE FROM list WHERE id = $1 AND owner_id = $2", Tuple.of(id, owner)) > 0;
  }

  void deleteOf(Transaction tx, long owner) {
    tx.execute("DELETE FROM list WHERE owner_id = $1", Tuple.of(owner));
  }

  Optional<PersonalList> find(Queries queries, long owner, long id) {
    return queries.one(
        SELECT + "WHERE id = $1 AND owner_id = $2", Tuple.of(id, owner), ListTable::from);
  }

  List<PersonalList> of(Queries queries, long owner, int most) {
    return queries.list(
        SELECT + "WHERE owner_id = $1 ORDER BY id LIMIT $2",
        Tuple.of(owner, most),
        ListTable::from);
  }

  /** Those of an owner's lists that somebody is on. */
  List<PersonalList> containing(Queries queries, long owner, long member) {
    return queries.list(
        SELECT
            + """
        WHERE owner_id = $1
          AND EXISTS (SELECT FROM list_member AS m
                       WHERE m.list_id = list.id AND m.member_id = $2)
        ORDER BY id
        """,
        Tuple.of(owner, member),
        ListTable::from);
  }

  private static Tuple tuple(PersonalList list) {
    var terms = list.terms();
    return Tuple.of(
        list.id(), list.owner(), terms.title(), terms.replies().text(), terms.exclusive());
  }

  private static PersonalList from(Row row) {
    return new PersonalList(
        row.getLong("id"),
        row.getLong("owner_id"),
        new ListTerms(
            row.getString("title"),
            RepliesPolicy.named(row.getString("replies_policy")),
            row.getBoolean("exclusive")));
  }
}
