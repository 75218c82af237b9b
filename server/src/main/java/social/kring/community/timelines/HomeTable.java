package social.kring.community.timelines;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import social.kring.community.PageRequest;
import social.kring.community.posts.EntryQuery;
import social.kring.community.posts.PostEntry;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code home_entry}. */
final class HomeTable {

  /**
   * Which answers come home to {@code reader.id}: those to oneself, to the reader, and to somebody
   * the reader follows, as elsewhere in the fediverse.
   */
  private static final String FITTING_ANSWER =
      """
      (p.in_reply_to_uri IS NULL
       OR p.in_reply_to_author_id IN (p.author_id, reader.id)
       OR EXISTS (SELECT FROM follow_accepted AS known
                   WHERE known.follower_id = reader.id
                     AND known.followed_id = p.in_reply_to_author_id))
      """;

  /** Brings posts home to their authors and to the authors' followers here. */
  void insertPosts(Transaction tx, Collection<Posted> posts) {
    tx.execute(
        """
        INSERT INTO home_entry (owner_id, id, post_id, shower_id)
        SELECT reader.id, p.id, p.id, p.author_id
          FROM unnest($1::bigint[], $2::bigint[]) AS posted (id, author_id)
         CROSS JOIN LATERAL (
               SELECT f.follower_id AS id, f.languages
                 FROM follow_accepted AS f
                WHERE f.followed_id = posted.author_id
               UNION ALL
               SELECT posted.author_id, '{}') AS reader
          JOIN actor_here AS here ON here.actor_id = reader.id
         CROSS JOIN LATERAL (SELECT * FROM post_visible_to(reader.id) AS v
                              WHERE v.id = posted.id) AS p
         WHERE (cardinality(reader.languages) = 0
                OR p.language IS NULL
                OR p.language = ANY (reader.languages))
           AND %s
        ON CONFLICT DO NOTHING
        """
            .formatted(FITTING_ANSWER),
        Tuple.tuple()
            .addArrayOfLong(posts.stream().map(Posted::entry).toArray(Long[]::new))
            .addArrayOfLong(posts.stream().map(Posted::by).toArray(Long[]::new)));
  }

  /** Brings public posts home to those who follow one of their hashtags, answers too. */
  void insertTagged(Transaction tx, Collection<Posted> posts) {
    tx.execute(
        """
        INSERT INTO home_entry (owner_id, id, post_id, shower_id)
        SELECT DISTINCT reader.owner_id, p.id, p.id, p.author_id
          FROM unnest($1::bigint[]) AS posted (id)
          JOIN post_tagged AS t ON t.post_id = posted.id
          JOIN tag_followed AS reader ON reader.name = t.name
          JOIN actor_here AS here ON here.actor_id = reader.owner_id
         CROSS JOIN LATERAL (SELECT * FROM post_visible_to(reader.owner_id) AS v
                              WHERE v.id = posted.id AND v.visibility = 'public') AS p
        ON CONFLICT DO NOTHING
        """,
        Tuple.tuple().addArrayOfLong(posts.stream().map(Posted::entry).toArray(Long[]::new)));
  }

  /** Takes back what only a hashtag brought home. */
  void deleteTagged(Transaction tx, long owner, String name) {
    tx.execute(
        """
        DELETE FROM home_entry AS h
         WHERE h.owner_id = $1
           AND h.id = h.post_id
           AND h.shower_id <> $1
           AND EXISTS (SELECT FROM post_tagged AS t WHERE t.post_id = h.post_id AND t.name = $2)
           AND NOT EXISTS (SELECT FROM follow_accepted AS f
                            WHERE f.follower_id = $1 AND f.followed_id = h.shower_id)
           AND NOT EXISTS (SELECT FROM post_tagged AS t
                             JOIN tag_followed AS other ON other.name = t.name
                            WHERE t.post_id = h.post_id AND other.owner_id = $1)
        """,
        Tuple.of(owner, name));
  }

  /**
   * Brings boosts home to whoever made them and to followers here who want boosts. Of several
   * boosts of one post, the one that is first in the log counts, also where both come in one batch.
   */
  void insertBoosts(Transaction tx, Collection<Posted> boosts) {
    tx.execute(
        """
        INSERT INTO home_entry (owner_id, id, post_id, shower_id)
        SELECT reader.id, b.id, b.post_id, b.actor_id
          FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS boosted (id, actor_id, place)
         CROSS JOIN LATERAL (
               SELECT f.follower_id AS id
                 FROM follow_accepted AS f
                WHERE f.followed_id = boosted.actor_id AND f.shows_boosts
               UNION ALL
               SELECT boosted.actor_id) AS reader
          JOIN actor_here AS here ON here.actor_id = reader.id
         CROSS JOIN LATERAL (SELECT * FROM boost_visible_to(reader.id) AS v
                              WHERE v.id = boosted.id) AS b
         ORDER BY boosted.place
        ON CONFLICT DO NOTHING
        """,
        Tuple.tuple()
            .addArrayOfLong(boosts.stream().map(Posted::entry).toArray(Long[]::new))
            .addArrayOfLong(boosts.stream().map(Posted::by).toArray(Long[]::new)));
  }

  /** Brings the newest known posts of somebody home to a new follower. */
  void insertRecent(Transaction tx, long owner, long author, int most) {
    tx.execute(
        """
        INSERT INTO home_entry (owner_id, id, post_id, shower_id)
        SELECT reader.id, p.id, p.id, p.author_id
          FROM (SELECT actor_id AS id FROM actor_here WHERE actor_id = $1) AS reader
         CROSS JOIN LATERAL (SELECT * FROM post_visible_to(reader.id) AS v
                              WHERE v.author_id = $2 ORDER BY v.id DESC LIMIT $3) AS p
         WHERE %s
        ON CONFLICT DO NOTHING
        """
            .formatted(FITTING_ANSWER),
        Tuple.of(owner, author, most));
  }

  /** Takes back what somebody brought home to an owner. */
  void deleteBy(Transaction tx, long owner, long shower) {
    tx.execute(
        "DELETE FROM home_entry WHERE owner_id = $1 AND shower_id = $2", Tuple.of(owner, shower));
  }

  /** Takes back what a boost brought home to followers of whoever made it. */
  void deleteBoosts(Transaction tx, Collection<Posted> boosts) {
    tx.execute(
        """
        DELETE FROM home_entry AS h
         USING (SELECT boosted.id, f.follower_id AS owner_id
                  FROM unnest($1::bigint[], $2::bigint[]) AS boosted (id, actor_id)
                  JOIN follow_accepted AS f ON f.followed_id = boosted.actor_id
                UNION
                SELECT boosted.id, boosted.actor_id
                  FROM unnest($1::bigint[], $2::bigint[]) AS boosted (id, actor_id)) AS gone
         WHERE h.owner_id = gone.owner_id AND h.id = gone.id
        """,
        Tuple.tuple()
            .addArrayOfLong(boosts.stream().map(Posted::entry).toArray(Long[]::new))
            .addArrayOfLong(boosts.stream().map(Posted::by).toArray(Long[]::new)));
  }

  /**
   * The conditions are subqueries of each entry, never joins: the index is walked down from the
   * newest entry until the page is full.
   */
  EntryQuery page(long owner, PageRequest page) {
    return new EntryQuery(
        """
            SELECT h.id, h.post_id
              FROM home_entry AS h
             WHERE h.owner_id = $1 %s
               AND h.shower_id <> ALL (ARRAY(SELECT x.member_id
                                               FROM list_exclusive_member AS x
                                              WHERE x.owner_id = $1))
               AND (SELECT true
                      FROM post_visible_to($1) AS p
                     WHERE p.id = h.post_id
                       AND NOT EXISTS (SELECT FROM muted_by AS m
                                        WHERE m.viewer_id = $1
                                          AND m.muted_id IN (p.author_id, h.shower_id)))
               AND (h.id = h.post_id
                    OR (SELECT true FROM boost_visible_to($1) AS b WHERE b.id = h.id))
             ORDER BY h.id %s
             LIMIT %d
            """
            .formatted(page.within("h.id", 2), page.direction(), page.limit()),
        page.bounds(Tuple.of(owner)),
        page);
  }

  /** Which of these entries came home to which of these owners, who may see them now. */
  List<Arrival> arrived(Queries queries, Collection<Long> owners, Collection<Long> entries) {
    return shown(queries, "h.id = ANY ($2)", owners, entries);
  }

  /** By what entries these posts are at home with which of these owners, who may see them now. */
  List<Arrival> showing(Queries queries, Collection<Long> owners, Collection<Long> posts) {
    return shown(queries, "h.post_id = ANY ($2)", owners, posts);
  }

  private static List<Arrival> shown(
      Queries queries, String which, Collection<Long> owners, Collection<Long> ids) {
    return queries.list(
        """
        SELECT h.owner_id, h.id, h.post_id
          FROM home_entry AS h
         WHERE h.owner_id = ANY ($1) AND %s
           AND NOT EXISTS (SELECT FROM list_exclusive_member AS x
                            WHERE x.owner_id = h.owner_id AND x.member_id = h.shower_id)
           AND (SELECT true
                  FROM post_visible_to(h.owner_id) AS p
                 WHERE p.id = h.post_id
                   AND NOT EXISTS (SELECT FROM muted_by AS m
                                    WHERE m.viewer_id = h.owner_id
                                      AND m.muted_id IN (p.author_id, h.shower_id)))
           AND (h.id = h.post_id
                OR (SELECT true FROM boost_visible_to(h.owner_id) AS b WHERE b.id = h.id))
        """
            .formatted(which),
        ids(owners, ids),
        HomeTable::arrival);
  }

  /** By what entries these posts, which may be gone, were at home with which of these owners. */
  List<Arrival> kept(Queries queries, Collection<Long> owners, Collection<Long> posts) {
    return queries.list(
        """
        SELECT owner_id, id, post_id
          FROM home_entry
         WHERE owner_id = ANY ($1) AND post_id = ANY ($2)
        """,
        ids(owners, posts),
        HomeTable::arrival);
  }

  private static Tuple ids(Collection<Long> owners, Collection<Long> others) {
    return Tuple.tuple()
        .addArrayOfLong(owners.toArray(Long[]::new))
        .addArrayOfLong(others.toArray(Long[]::new));
  }

  private static Arrival arrival(Row row) {
    return new Arrival(
        row.getLong("owner_id"), new PostEntry(row.getLong("id"), row.getLong("post_id")));
  }

  /** The next owner of any entries, in the order of ids. */
  Optional<Long> ownerAfter(Queries queries, long owner) {
    return queries.one(
        "SELECT owner_id FROM home_entry WHERE owner_id > $1 ORDER BY owner_id LIMIT 1",
        Tuple.of(owner),
        row -> row.getLong("owner_id"));
  }

  /** Forgets all that came home to somebody who is no more. */
  void deleteOfGone(Queries queries, long owner) {
    queries.execute(
        """
        DELETE FROM home_entry
         WHERE owner_id = $1
           AND NOT EXISTS (SELECT FROM actor_here AS h WHERE h.actor_id = $1)
        """,
        Tuple.of(owner));
  }

  /** Forgets all but the newest entries of an owner. */
  void trim(Queries queries, long owner, int kept) {
    queries.execute(
        """
        DELETE FROM home_entry
         WHERE owner_id = $1
           AND id < (SELECT min(newest.id)
                       FROM (SELECT id FROM home_entry
                              WHERE owner_id = $1 ORDER BY id DESC LIMIT $2) AS newest)
        """,
        Tuple.of(owner, kept));
  }
}
