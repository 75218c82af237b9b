package social.kring.community.lists;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code list_member}. */
final class MemberTable {

  /**
   * Adds those of the candidates whom the owner follows, or the owner herself.
   *
   * @return who was added now
   */
  List<Long> insert(Transaction tx, PersonalList list, List<Member> candidates) {
    return tx.list(
        """
        INSERT INTO list_member (id, list_id, member_id)
        SELECT c.id, $1, c.actor_id
          FROM unnest($3::bigint[], $4::bigint[]) AS c (id, actor_id)
         WHERE c.actor_id = $2
            OR EXISTS (SELECT FROM follow_accepted AS f
                        WHERE f.follower_id = $2 AND f.followed_id = c.actor_id)
        ON CONFLICT (list_id, member_id) DO NOTHING
        RETURNING member_id
        """,
        Tuple.of(list.id(), list.owner())
            .addArrayOfLong(candidates.stream().map(Member::id).toArray(Long[]::new))
            .addArrayOfLong(candidates.stream().map(Member::actor).toArray(Long[]::new)),
        row -> row.getLong("member_id"));
  }

  /** How many there are of these, and how many at all. */
  Census census(Queries queries, long list, Collection<Long> these) {
    return queries
        .one(
            """
            SELECT count(*) AS everyone, count(*) FILTER (WHERE member_id = ANY ($2)) AS these
              FROM list_member
             WHERE list_id = $1
            """,
            Tuple.of(list).addArrayOfLong(these.toArray(Long[]::new)),
            row -> new Census(row.getLong("everyone"), row.getLong("these")))
        .orElseThrow();
  }

  record Census(long everyone, long these) {}

  void delete(Transaction tx, long list, Collection<Long> members) {
    tx.execute(
        "DELETE FROM list_member WHERE list_id = $1 AND member_id = ANY ($2)",
        Tuple.of(list).addArrayOfLong(members.toArray(Long[]::new)));
  }

  /** From all lists of an owner. */
  void deleteFrom(Transaction tx, long owner, long member) {
    tx.execute(
        """
        DELETE FROM list_member AS m
         USING list AS l
         WHERE l.owner_id = $1 AND m.list_id = l.id AND m.member_id = $2
        """,
        Tuple.of(owner, member));
  }

  void deleteEverywhere(Transaction tx, long member) {
    tx.execute("DELETE FROM list_member WHERE member_id = $1", Tuple.of(member));
  }

  List<Member> page(Queries queries, long list, PageRequest page) {
    return page.newestFirst(
        queries.list(
            """
            SELECT id, member_id
              FROM list_member
             WHERE list_id = $1 %s
             ORDER BY id %s
             LIMIT %d
            """
                .formatted(page.within("id", 2), page.direction(), page.limit()),
            page.bounds(Tuple.of(list)),
            MemberTable::from));
  }

  private static Member from(Row row) {
    return new Member(row.getLong("id"), row.getLong("member_id"));
  }
}
