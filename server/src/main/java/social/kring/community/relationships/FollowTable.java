package social.kring.community.relationships;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.PageRequest;
import social.kring.community.relationships.Relationship.Followed;
import social.kring.community.relationships.Relationship.Following;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/** The table {@code follow}: one row a pair. */
final class FollowTable {
  private static final String SELECT =
      """
      SELECT id, follower_id, followed_id, activity_uri,
             shows_boosts, notifies, languages, accepted_at, endorsed_id
        FROM follow
      """;

  private static final String ACCEPTED = "followed_id = $1 AND accepted_at IS NOT NULL";
  private static final String FOLLOWING = "follower_id = $1 AND accepted_at IS NOT NULL";
  private static final String PENDING = "followed_id = $1 AND accepted_at IS NULL";

  /**
   * @return whether the pair had no row before
   */
  boolean insert(Transaction tx, FollowRow follow, Instant at) {
    return tx.execute(
            """
            INSERT INTO follow (id, follower_id, followed_id, activity_uri,
                                shows_boosts, notifies, languages, requested_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (follower_id, followed_id) DO NOTHING
            """,
            Tuple.of(
                    follow.id(),
                    follow.follower(),
                    follow.followed(),
                    follow.activity().text(),
                    follow.preferences().showsBoosts(),
                    follow.preferences().notifies())
                .addArrayOfString(follow.preferences().languages().toArray(String[]::new))
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC)))
        > 0;
  }

  Optional<FollowRow> between(Queries queries, long follower, long followed) {
    return queries.one(
        SELECT
            + """
         WHERE follower_id = $1 AND followed_id = $2
        """,
        Tuple.of(follower, followed),
        FollowTable::from);
  }

  /** The same, held until the transaction ends, so that two changes of one pair take turns. */
  Optional<FollowRow> lockBetween(Transaction tx, long follower, long followed) {
    return tx.one(
        SELECT
            + """
         WHERE follower_id = $1 AND followed_id = $2
           FOR UPDATE
        """,
        Tuple.of(follower, followed),
        FollowTable::from);
  }

  List<FollowRow> byActivity(Queries queries, FediUrl activity) {
    return queries.list(
        SELECT
            + """
         WHERE activity_uri = $1
         LIMIT 10
        """,
        Tuple.of(activity.text()),
        FollowTable::from);
  }

  /** The viewer's follows of these others, by their ids. */
  Map<Long, Following> from(Queries queries, long viewer, Collection<Long> others) {
    return queries
        .list(
            SELECT + "WHERE follower_id = $1 AND followed_id = ANY ($2)",
            Tuple.of(viewer).addArrayOfLong(others.toArray(Long[]::new)),
            row -> Map.entry(row.getLong("followed_id"), following(row)))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Following following(Row row) {
    var follow = from(row);
    return new Following(
        Optional.of(follow.state()), follow.preferences(), row.getLong("endorsed_id") != null);
  }

  /** These others' follows of the viewer, by their ids. */
  Map<Long, Followed> towards(Queries queries, long viewer, Collection<Long> others) {
    return queries
        .list(
            SELECT + "WHERE followed_id = $1 AND follower_id = ANY ($2)",
            Tuple.of(viewer).addArrayOfLong(others.toArray(Long[]::new)),
            FollowTable::from)
        .stream()
        .collect(
            Collectors.toUnmodifiableMap(
                FollowRow::follower, row -> new Followed(Optional.of(row.state()))));
  }

  List<Edge> followers(Queries queries, long of, PageRequest page) {
    return page(queries, of, page, "follower_id", ACCEPTED);
  }

  List<Edge> following(Queries queries, long of, PageRequest page) {
    return page(queries, of, page, "followed_id", FOLLOWING);
  }

  /** The same, without those whom a block hides from the viewer, or the viewer from them. */
  List<Edge> followersFor(Queries queries, long viewer, long of, PageRequest page) {
    return pageFor(queries, viewer, of, page, "follower_id", ACCEPTED);
  }

  List<Edge> followingFor(Queries queries, long viewer, long of, PageRequest page) {
    return pageFor(queries, viewer, of, page, "followed_id", FOLLOWING);
  }

  private static List<Edge> pageFor(
      Queries queries, long viewer, long of, PageRequest page, String wanted, String condition) {
    return page.newestFirst(
        queries.list(
            """
            SELECT id, %s AS actor_id
              FROM follow
             WHERE %s AND id < $2 AND id > $3
               AND NOT EXISTS (SELECT FROM hidden_from AS h
                                WHERE h.viewer_id = $5 AND h.hidden_id = follow.%s)
             ORDER BY id %s
             LIMIT $4
            """
                .formatted(wanted, condition, wanted, page.direction()),
            Tuple.of(of, page.before(), page.after(), page.limit(), viewer),
            row -> new Edge(row.getLong("id"), row.getLong("actor_id"))));
  }

  List<Edge> requests(Queries queries, long of, PageRequest page) {
    return page(queries, of, page, "follower_id", PENDING);
  }

  private static List<Edge> page(
      Queries queries, long of, PageRequest page, String wanted, String condition) {
    return page.newestFirst(
        queries.list(
            """
            SELECT id, %s AS actor_id
              FROM follow
             WHERE %s AND id < $2 AND id > $3
             ORDER BY id %s
             LIMIT $4
            """
                .formatted(wanted, condition, page.direction()),
            Tuple.of(of, page.before(), page.after(), page.limit()),
            row -> new Edge(row.getLong("id"), row.getLong("actor_id"))));
  }

  void accept(Transaction tx, long id, Instant at) {
    tx.execute(
        "UPDATE follow SET accepted_at = $2 WHERE id = $1",
        Tuple.of(id, at.atOffset(ZoneOffset.UTC)));
  }

  void rename(Transaction tx, long id, FediUrl activity) {
    tx.execute("UPDATE follow SET activity_uri = $2 WHERE id = $1", Tuple.of(id, activity.text()));
  }

  void prefer(Transaction tx, long id, FollowPreferences preferences) {
    tx.execute(
        """
        UPDATE follow
           SET shows_boosts = $2, notifies = $3, languages = $4
         WHERE id = $1
        """,
        Tuple.of(id, preferences.showsBoosts(), preferences.notifies())
            .addArrayOfString(preferences.languages().toArray(String[]::new)));
  }

  /** Whom somebody recommends, the newest first, without those whom a block hides. */
  List<Edge> endorsedFor(Queries queries, long viewer, long of, PageRequest page) {
    return page.newestFirst(
        queries.list(
            """
            SELECT endorsed_id, followed_id
              FROM follow
             WHERE follower_id = $1 AND endorsed_id IS NOT NULL %s
               AND NOT EXISTS (SELECT FROM hidden_from AS h
                                WHERE h.viewer_id = $2 AND h.hidden_id = follow.followed_id)
             ORDER BY endorsed_id %s
             LIMIT %d
            """
                .formatted(page.within("endorsed_id", 3), page.direction(), page.limit()),
            page.bounds(Tuple.of(of, viewer)),
            row -> new Edge(row.getLong("endorsed_id"), row.getLong("followed_id"))));
  }

  /**
   * @return whether there is a follow that counts
   */
  boolean endorse(Transaction tx, long follower, long followed, long id) {
    return tx.execute(
            """
            UPDATE follow
               SET endorsed_id = coalesce(endorsed_id, $3)
             WHERE follower_id = $1 AND followed_id = $2 AND accepted_at IS NOT NULL
            """,
            Tuple.of(follower, followed, id))
        > 0;
  }

  void unendorse(Transaction tx, long follower, long followed) {
    tx.execute(
        "UPDATE follow SET endorsed_id = NULL WHERE follower_id = $1 AND followed_id = $2",
        Tuple.of(follower, followed));
  }

  /** Whom the viewer follows who follow each of these, some of them. */
  Map<Long, List<Long>> familiar(Queries queries, long viewer, Collection<Long> others, int most) {
    return queries
        .list(
            """
            SELECT asked.id AS followed_id, known.follower_id
              FROM unnest($2::bigint[]) AS asked (id)
             CROSS JOIN LATERAL (
                   SELECT their.follower_id
                     FROM follow AS mine
                     JOIN follow AS their
                       ON their.follower_id = mine.followed_id AND their.followed_id = asked.id
                    WHERE mine.follower_id = $1
                      AND mine.accepted_at IS NOT NULL
                      AND their.accepted_at IS NOT NULL
                    ORDER BY mine.id DESC
                    LIMIT $3) AS known
            """,
            Tuple.of(viewer).addArrayOfLong(others.toArray(Long[]::new)).addInteger(most),
            row -> Map.entry(row.getLong("followed_id"), row.getLong("follower_id")))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Some of the follows and requests between somebody and a host. */
  List<FollowRow> abroad(Queries queries, long person, String host, int most) {
    return queries.list(
        SELECT
            + """
         WHERE id IN (SELECT abroad.id
                        FROM follow_abroad AS abroad
                       WHERE abroad.person_id = $1 AND abroad.host = $2
                       LIMIT $3)
        """,
        Tuple.of(person, host, most),
        FollowTable::from);
  }

  void delete(Transaction tx, long id) {
    tx.execute("DELETE FROM follow WHERE id = $1", Tuple.of(id));
  }

  /** Some of the follows and requests that an actor has part in, for when it goes. */
  List<FollowRow> touching(Queries queries, long actor, int most) {
    return Stream.of("follower_id = $1", ACCEPTED, PENDING)
        .flatMap(
            part ->
                queries
                    .list(
                        SELECT + "WHERE " + part + " LIMIT $2",
                        Tuple.of(actor, most),
                        FollowTable::from)
                    .stream())
        .toList();
  }

  private static FollowRow from(Row row) {
    return new FollowRow(
        row.getLong("id"),
        row.getLong("follower_id"),
        row.getLong("followed_id"),
        FediUrl.parse(row.getString("activity_uri")),
        new FollowPreferences(
            row.getBoolean("shows_boosts"),
            row.getBoolean("notifies"),
            List.of(row.getArrayOfStrings("languages"))),
        Optional.ofNullable(row.getOffsetDateTime("accepted_at")).map(OffsetDateTime::toInstant));
  }
}
