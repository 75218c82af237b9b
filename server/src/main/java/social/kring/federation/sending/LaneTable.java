package social.kring.federation.sending;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.kring.federation.peers.SignatureDialect;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/**
 * The tables {@code delivery_host} and {@code delivery_lane}. Whoever changes a lane locks its
 * host's row first, in a statement of its own, so that the next one sees what others have
 * committed.
 */
final class LaneTable {

  /** Lanes for the deliveries of activities, which were inserted before. */
  void open(Transaction tx, Collection<Long> activities, Instant now) {
    tx.execute(
        """
        INSERT INTO delivery_host (host, due_at, rests_until, well)
        SELECT target.host, greatest($2, p.down_until), coalesce(p.down_until, 'epoch'),
               coalesce(p.well, false)
          FROM (SELECT DISTINCT host FROM delivery WHERE activity_id = ANY ($1)) AS target
          LEFT JOIN peer_standing AS p ON p.host = target.host
         ORDER BY target.host
        ON CONFLICT (host) DO UPDATE
           SET due_at = greatest(delivery_host.rests_until, least(delivery_host.due_at, $2))
        """,
        Tuple.tuple().addArrayOfLong(activities.toArray(Long[]::new)).addOffsetDateTime(time(now)));
    tx.execute(
        """
        INSERT INTO delivery_lane (host, sender_id, due_at)
        SELECT DISTINCT host, sender_id, $2::timestamptz
          FROM delivery
         WHERE activity_id = ANY ($1)
        ON CONFLICT DO NOTHING
        """,
        Tuple.tuple().addArrayOfLong(activities.toArray(Long[]::new)).addOffsetDateTime(time(now)));
  }

  /** The same for deliveries that were parked. */
  void reopen(Transaction tx, Collection<Lane> lanes, Instant now) {
    tx.execute(
        """
        INSERT INTO delivery_host (host, due_at, well)
        SELECT DISTINCT lane.host, $3::timestamptz, false
          FROM unnest($1::text[], $2::bigint[]) AS lane (host, sender_id)
         ORDER BY lane.host
        ON CONFLICT (host) DO UPDATE
           SET due_at = excluded.due_at, rests_until = excluded.rests_until
        """,
        parameters(lanes).addOffsetDateTime(time(now)));
    tx.execute(
        """
        INSERT INTO delivery_lane (host, sender_id, due_at)
        SELECT DISTINCT lane.host, lane.sender_id, $3::timestamptz
          FROM unnest($1::text[], $2::bigint[]) AS lane (host, sender_id)
        ON CONFLICT DO NOTHING
        """,
        parameters(lanes).addOffsetDateTime(time(now)));
  }

  /**
   * Locks hosts that are due and that nobody else works with.
   *
   * @param well those that do what they are asked, or all others
   */
  List<String> lockDue(Transaction tx, boolean well, Instant now, int most) {
    return tx.list(
        """
        SELECT host
          FROM delivery_host
         WHERE well = $1 AND due_at <= $2
         ORDER BY due_at
         LIMIT $3
           FOR UPDATE SKIP LOCKED
        """,
        Tuple.of(well, time(now), most),
        row -> row.getString("host"));
  }

  void lock(Transaction tx, Collection<String> hosts) {
    tx.list(
        "SELECT host FROM delivery_host WHERE host = ANY ($1) ORDER BY host FOR UPDATE",
        Tuple.tuple().addArrayOfString(hosts.toArray(String[]::new)),
        row -> true);
  }

  /**
   * These tables are empty at one moment and have a hundred thousand rows at the next, so that
   * statistics mislead: for the rest of the transaction they are read by their indexes alone.
   */
  void planByIndex(Transaction tx) {
    tx.execute(
        """
        SELECT set_config('enable_seqscan', 'off', true),
               set_config('enable_hashjoin', 'off', true),
               set_config('enable_mergejoin', 'off', true)
        """);
  }

  /** Takes lanes of locked hosts: no more of a host than it can bear, and no more in all. */
  List<Taken> take(Transaction tx, Collection<String> hosts, Terms terms, int most) {
    return tx.list(
        """
        WITH chosen AS (
             SELECT lane.host, lane.sender_id
               FROM delivery_host AS h
              CROSS JOIN LATERAL (
                    SELECT l.host, l.sender_id, l.due_at
                      FROM delivery_lane AS l
                     WHERE l.host = h.host AND l.due_at <= $2
                     ORDER BY l.due_at
                     LIMIT greatest(0, CASE WHEN h.well THEN $5::int ELSE 1 END
                           - (SELECT count(*)
                                FROM delivery_lane AS busy
                               WHERE busy.host = h.host
                                 AND busy.due_at > $2
                                 AND busy.holder IS NOT NULL))) AS lane
              WHERE h.host = ANY ($1)
              ORDER BY lane.due_at
              LIMIT $6),
             taken AS (
             UPDATE delivery_lane AS l
                SET holder = $3, due_at = $4
               FROM chosen AS c
              WHERE l.host = c.host AND l.sender_id = c.sender_id
             RETURNING l.host, l.sender_id)
        SELECT t.host, t.sender_id, h.well, coalesce(p.signature_dialect, 'cavage') AS dialect
          FROM taken AS t
          JOIN delivery_host AS h ON h.host = t.host
          LEFT JOIN peer_standing AS p ON p.host = t.host
        """,
        Tuple.tuple()
            .addArrayOfString(hosts.toArray(String[]::new))
            .addOffsetDateTime(time(terms.now()))
            .addString(terms.holder())
            .addOffsetDateTime(time(terms.until()))
            .addInteger(terms.perHost())
            .addInteger(most),
        row ->
            new Taken(
                new Lane(row.getString("host"), row.getLong("sender_id")),
                row.getBoolean("well"),
                SignatureDialect.of(row.getString("dialect"))));
  }

  /**
   * A lane that is worked on here.
   *
   * @param well whether its host did what it was last asked
   */
  record Taken(Lane lane, boolean well, SignatureDialect dialect) {}

  /**
   * On which lanes are taken.
   *
   * @param until when the lease ends
   * @param perHost lanes at once of a host that is well; of others one
   */
  record Terms(String holder, Instant now, Instant until, int perHost) {}

  /** Gives lanes back, which then are due at those times. */
  void release(Transaction tx, Map<Lane, Instant> lanes, String holder) {
    tx.execute(
        """
        UPDATE delivery_lane AS l
           SET holder = NULL, due_at = ended.due_at
          FROM unnest($1::text[], $2::bigint[], $3::timestamptz[]) AS ended (host, sender_id, due_at)
         WHERE l.host = ended.host AND l.sender_id = ended.sender_id
           AND l.holder IS NOT DISTINCT FROM $4
        """,
        parameters(lanes.keySet())
            .addArrayOfOffsetDateTime(
                lanes.values().stream().map(LaneTable::time).toArray(OffsetDateTime[]::new))
            .addString(holder));
  }

  /** Closes lanes that somebody holds and in which nothing waits. */
  void closeEmpty(Transaction tx, Collection<Lane> lanes, String holder) {
    tx.execute(
        """
        DELETE FROM delivery_lane AS l
         USING unnest($1::text[], $2::bigint[]) AS ended (host, sender_id)
         WHERE l.host = ended.host AND l.sender_id = ended.sender_id
           AND l.holder IS NOT DISTINCT FROM $3
           AND NOT EXISTS (SELECT
                             FROM delivery AS d
                            WHERE d.host = l.host AND d.sender_id = l.sender_id
                              AND d.parked_at IS NULL)
        """,
        parameters(lanes).addString(holder));
  }

  /**
   * Of these hosts, those that are held for being down or slow.
   *
   * @param hosts with lanes of theirs being worked on
   */
  Set<String> notWell(Queries queries, Collection<String> hosts, Instant now) {
    return Set.copyOf(
        queries.list(
            """
            SELECT host
              FROM delivery_host
             WHERE host = ANY ($1) AND (NOT well OR rests_until > $2)
            """,
            Tuple.tuple()
                .addArrayOfString(hosts.toArray(String[]::new))
                .addOffsetDateTime(time(now)),
            row -> row.getString("host")));
  }

  /** How hosts turned out to be. */
  void judge(Transaction tx, Map<String, Verdict> verdicts) {
    var entries = List.copyOf(verdicts.entrySet());
    tx.execute(
        """
        UPDATE delivery_host AS h
           SET well = v.well, rests_until = v.rests_until
          FROM unnest($1::text[], $2::boolean[], $3::timestamptz[]) AS v (host, well, rests_until)
         WHERE h.host = v.host
           AND (h.well, h.rests_until) IS DISTINCT FROM (v.well, v.rests_until)
        """,
        Tuple.tuple()
            .addArrayOfString(entries.stream().map(Map.Entry::getKey).toArray(String[]::new))
            .addArrayOfBoolean(
                entries.stream().map(e -> e.getValue().well()).toArray(Boolean[]::new))
            .addArrayOfOffsetDateTime(
                entries.stream()
                    .map(e -> time(e.getValue().restsUntil()))
                    .toArray(OffsetDateTime[]::new)));
  }

  /** How a host is, and until when it is left alone. */
  record Verdict(boolean well, Instant restsUntil) {}

  /**
   * Forgets hosts that have no lanes any more.
   *
   * @return which those were
   */
  List<String> deleteIdle(Transaction tx, Collection<String> hosts) {
    return tx.list(
        """
        DELETE FROM delivery_host AS h
         WHERE h.host = ANY ($1)
           AND NOT EXISTS (SELECT FROM delivery_lane AS l WHERE l.host = h.host)
        RETURNING h.host
        """,
        Tuple.tuple().addArrayOfString(hosts.toArray(String[]::new)),
        row -> row.getString("host"));
  }

  /** When a lane of each of these hosts can next be had. */
  void schedule(Transaction tx, Collection<String> hosts, Terms terms) {
    tx.execute(
        """
        UPDATE delivery_host AS h
           SET due_at = greatest(h.rests_until,
                                 CASE WHEN busy.lanes >= CASE WHEN o.well THEN $3::int ELSE 1 END
                                      THEN busy.until ELSE first.due_at END)
          FROM delivery_host AS o
         CROSS JOIN LATERAL (SELECT count(*) AS lanes, min(due_at) AS until
                               FROM delivery_lane AS l
                              WHERE l.host = o.host AND l.due_at > $2 AND l.holder IS NOT NULL) AS busy
         CROSS JOIN LATERAL (SELECT due_at
                               FROM delivery_lane AS l
                              WHERE l.host = o.host
                              ORDER BY due_at
                              LIMIT 1) AS first
         WHERE o.host = ANY ($1) AND h.host = o.host
        """,
        Tuple.tuple()
            .addArrayOfString(hosts.toArray(String[]::new))
            .addOffsetDateTime(time(terms.now()))
            .addInteger(terms.perHost()));
  }

  /** What a process held that is no more can be had, and hosts that rested are worth a try. */
  void freeAll(Transaction tx, String holder, Instant now) {
    tx.execute("SELECT host FROM delivery_host ORDER BY host FOR UPDATE");
    tx.execute(
        "UPDATE delivery_lane SET holder = NULL, due_at = $2 WHERE holder = $1",
        Tuple.of(holder, time(now)));
    tx.execute("UPDATE delivery_host SET due_at = $1, rests_until = 'epoch'", Tuple.of(time(now)));
  }

  /**
   * Lets hosts be asked again that are no longer down, as when they spoke to us.
   *
   * @return how many
   */
  int wakeRested(Queries queries, Instant now) {
    return queries.execute(
        """
        UPDATE delivery_host AS h
           SET rests_until = 'epoch', due_at = $1
          FROM peer_standing AS p
         WHERE h.rests_until > $1 AND p.host = h.host
           AND (p.down_until IS NULL OR p.down_until <= $1)
        """,
        Tuple.of(time(now)));
  }

  static Tuple parameters(Collection<Lane> lanes) {
    return Tuple.tuple()
        .addArrayOfString(lanes.stream().map(Lane::host).toArray(String[]::new))
        .addArrayOfLong(lanes.stream().map(Lane::sender).toArray(Long[]::new));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
