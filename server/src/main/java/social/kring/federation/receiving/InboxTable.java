package social.kring.federation.receiving;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.url.FediUrl;

/** The table {@code inbox_event}. */
final class InboxTable {
  private static final long CLAIMING = 0x696e626f78L;
  private static final int LONGEST_REASON = 1_000;

  /** What is known already only gains another inbox that it came to. */
  void insert(Transaction tx, List<InboxEntry> entries) {
    tx.batch(
        """
        INSERT INTO inbox_event (id, same, lane, activity, type, actor, object, signer, prover,
                                 inboxes, body, received_at, next_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)
        ON CONFLICT (same) DO UPDATE
           SET inboxes = inbox_event.inboxes || excluded.inboxes
         WHERE NOT inbox_event.inboxes @> excluded.inboxes
        """,
        entries.stream().map(InboxTable::values).toList());
  }

  private static Tuple values(InboxEntry entry) {
    var received = entry.received();
    var activity = received.activity();
    var object = activity.objectReference().flatMap(ObjectReference::id);
    return Tuple.of(entry.id(), Buffer.buffer(entry.same()), entry.lane())
        .addString(activity.id().map(FediUrl::text).orElseThrow())
        .addString(String.join(" ", activity.tree().strings("type")))
        .addString(activity.actor().text())
        .addString(object.map(FediUrl::text).orElse(null))
        .addString(received.signer().text())
        .addString(received.prover().map(FediUrl::text).orElse(null))
        .addArrayOfLong(received.inbox().stream().toArray(Long[]::new))
        .addBuffer(Buffer.buffer(entry.body()))
        .addOffsetDateTime(time(received.at()));
  }

  /** How many wait, counted no further than to that number. */
  int waiting(Queries queries, int most) {
    return queries
        .one(
            """
            SELECT count(*) AS waiting
              FROM (SELECT 1 FROM inbox_event WHERE outcome IS NULL LIMIT $1) AS counted
            """,
            Tuple.of(most),
            row -> row.getInteger("waiting"))
        .orElse(0);
  }

  /**
   * Takes up the first of each lane, those that are due for longest before others. Nobody else does
   * at the same moment, or the second of a lane could be taken up beside the first.
   */
  List<Claim> claim(Transaction tx, Terms terms) {
    tx.one(
        """
        SELECT set_config('synchronous_commit', 'off', true)
          FROM pg_advisory_xact_lock($1)
        """,
        Tuple.of(CLAIMING),
        row -> row);
    return tx
        .list(
            """
            UPDATE inbox_event
               SET next_at = $2, attempts = attempts + 1, holder = $4
             WHERE id = ANY(ARRAY(
                   SELECT e.id
                     FROM inbox_event e
                    WHERE e.outcome IS NULL AND e.next_at <= $1
                      AND NOT EXISTS (SELECT 1
                                        FROM inbox_event before
                                       WHERE before.lane = e.lane AND before.outcome IS NULL
                                         AND before.id < e.id)
                    ORDER BY e.next_at, e.id
                    LIMIT $3))
            RETURNING id, attempts, failures, signer, prover, inboxes, body, received_at
            """,
            Tuple.of(time(terms.now()), time(terms.until()), terms.most(), terms.holder()),
            InboxTable::claim)
        .stream()
        .sorted(java.util.Comparator.comparingLong(Claim::id))
        .toList();
  }

  /**
   * On which activities are taken up.
   *
   * @param until after that they may be taken up again, since whoever took them must have died
   */
  record Terms(String holder, Instant now, Instant until, int most) {}

  /** What a process had taken up that is no more can be had at once. */
  void free(Queries queries, String holder, Instant now) {
    queries.execute(
        """
        UPDATE inbox_event
           SET holder = NULL, next_at = CASE WHEN outcome IS NULL THEN $2::timestamptz END
         WHERE holder = $1
        """,
        Tuple.of(holder, time(now)));
  }

  private static Claim claim(Row row) {
    return new Claim(
        row.getLong("id"),
        new Claim.Tries(row.getInteger("attempts"), row.getInteger("failures")),
        new Claim.Vouchers(
            FediUrl.parse(row.getString("signer")),
            Optional.ofNullable(row.getString("prover")).map(FediUrl::parse)),
        Stream.of(row.getArrayOfLongs("inboxes")).findFirst(),
        row.getBuffer("body").getBytes(),
        row.getOffsetDateTime("received_at").toInstant());
  }

  /**
   * Those that are still held by whoever claimed them, locked until the transaction ends. That need
   * not wait for the disk: if it is lost, it is done again, since its activities are then not
   * marked as handled either.
   */
  Set<Long> lock(Transaction tx, List<Claim> claims) {
    return tx
        .list(
            """
            SELECT e.id, set_config('synchronous_commit', 'off', true)
              FROM inbox_event e
              JOIN unnest($1::bigint[], $2::int[]) AS mine (id, attempts)
                ON e.id = mine.id AND e.attempts = mine.attempts
             WHERE e.outcome IS NULL
             ORDER BY e.id
               FOR UPDATE OF e
            """,
            Tuple.tuple()
                .addArrayOfLong(claims.stream().map(Claim::id).toArray(Long[]::new))
                .addArrayOfInteger(
                    claims.stream().map(claim -> claim.tries().attempts()).toArray(Integer[]::new)),
            row -> row.getLong("id"))
        .stream()
        .collect(Collectors.toSet());
  }

  /** Gives back what its holder could not even try. */
  void release(Queries queries, List<Claim> claims, Instant now) {
    queries.batch(
        """
        UPDATE inbox_event
           SET next_at = $3, attempts = attempts - 1
         WHERE id = $1 AND attempts = $2 AND outcome IS NULL
        """,
        claims.stream()
            .map(claim -> Tuple.of(claim.id(), claim.tries().attempts(), time(now)))
            .toList());
  }

  /** An activity and what becomes of it. */
  record Decision(Claim claim, Verdict verdict) {}

  void mark(Transaction tx, List<Decision> decisions, Instant now) {
    tx.batch(
        """
        UPDATE inbox_event
           SET outcome = $2, reason = $3, next_at = $4, failures = $5, holder = NULL,
               handled_at = CASE WHEN $2::text IS NULL THEN NULL ELSE $6::timestamptz END
         WHERE id = $1
        """,
        decisions.stream().map(decision -> values(decision, now)).toList());
  }

  private static Tuple values(Decision decision, Instant now) {
    var id = Tuple.of(decision.claim().id());
    var values =
        switch (decision.verdict()) {
          case Verdict.Over(var outcome, var reason) ->
              id.addString(outcome)
                  .addString(reason.map(InboxTable::cut).orElse(null))
                  .addOffsetDateTime(null)
                  .addInteger(failures(decision.claim(), outcome));
          case Verdict.Later(var at, var reason, var failures) ->
              id.addString(null)
                  .addString(cut(reason))
                  .addOffsetDateTime(time(at))
                  .addInteger(failures);
        };
    return values.addOffsetDateTime(time(now));
  }

  /** To be parked is to have failed once more. */
  private static int failures(Claim claim, String outcome) {
    return claim.tries().failures() + (outcome.equals("parked") ? 1 : 0);
  }

  /** Bodies of what is handled. */
  int deleteBodies(Transaction tx, Instant before, int most) {
    return tx.execute(
        """
        UPDATE inbox_event
           SET body = NULL
         WHERE id = ANY(ARRAY(
               SELECT id
                 FROM inbox_event
                WHERE body IS NOT NULL AND received_at < $1 AND outcome IS NOT NULL
                ORDER BY received_at
                LIMIT $2))
        """,
        Tuple.of(time(before), most));
  }

  int delete(Transaction tx, Instant before, int most) {
    return tx.execute(
        """
        DELETE FROM inbox_event
         WHERE id = ANY(ARRAY(
               SELECT id FROM inbox_event WHERE received_at < $1 ORDER BY received_at LIMIT $2))
        """,
        Tuple.of(time(before), most));
  }

  private static String cut(String reason) {
    var clean = reason.replace('\0', ' ');
    return clean.length() <= LONGEST_REASON ? clean : clean.substring(0, LONGEST_REASON);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
