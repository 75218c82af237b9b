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
             shows_boosts, notifies, languages, accepted_at
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
            FollowTable::from)
        .stream()
        .collect(
            Collectors.toUnmodifiableMap(
                FollowRow::followed,
                row -> new Following(Optional.of(row.state()), row.preferences())));
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
