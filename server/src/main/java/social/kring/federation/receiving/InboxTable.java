package social.kring.federation.receiving;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.url.FediUrl;

/** The table {@code inbox_event}. */
final class InboxTable {
  private static final int LONGEST_REASON = 1_000;

  /** What is known already only gains another inbox that it came to. */
  void insert(Queries queries, Collection<InboxEntry> entries) {
    queries.execute(
        """
        INSERT INTO inbox_event (id, same, lane, activity, type, actor, object, signer, prover,
                                 inboxes, body, received_at, next_at)
        SELECT id, same, lane, activity, type, actor, object, signer, prover, inboxes::bigint[],
               body, received_at, received_at
          FROM unnest($1::bigint[], $2::bytea[], $3::bigint[], $4::text[], $5::text[], $6::text[],
                      $7::text[], $8::text[], $9::text[], $10::text[], $11::bytea[],
                      $12::timestamptz[])
            AS came (id, same, lane, activity, type, actor, object, signer, prover, inboxes, body,
                     received_at)
         ORDER BY same
        ON CONFLICT (same) DO UPDATE
           SET inboxes = inbox_event.inboxes || excluded.inboxes
         WHERE NOT inbox_event.inboxes @> excluded.inboxes
        """,
        values(Arrivals.distinct(entries)));
  }

  private static Tuple values(List<Arrivals> all) {
    return Tuple.tuple()
        .addArrayOfLong(all.stream().map(each -> each.first().id()).toArray(Long[]::new))
        .addArrayOfBuffer(
            all.stream().map(each -> Buffer.buffer(each.first().same())).toArray(Buffer[]::new))
        .addArrayOfLong(all.stream().map(each -> each.first().lane()).toArray(Long[]::new))
        .addArrayOfString(texts(all, each -> each.activity().id().orElseThrow().text()))
        .addArrayOfString(
            texts(all, each -> String.join(" ", each.activity().tree().strings("type"))))
        .addArrayOfString(texts(all, each -> each.activity().actor().text()))
        .addArrayOfString(texts(all, InboxTable::object))
        .addArrayOfString(texts(all, each -> each.first().received().signer().text()))
        .addArrayOfString(
            texts(all, each -> each.first().received().prover().map(FediUrl::text).orElse(null)))
        .addArrayOfString(texts(all, Arrivals::inboxes))
        .addArrayOfBuffer(
            all.stream().map(each -> Buffer.buffer(each.first().body())).toArray(Buffer[]::new))
        .addArrayOfOffsetDateTime(
            all.stream()
                .map(each -> time(each.first().received().at()))
                .toArray(OffsetDateTime[]::new));
  }

  private static String[] texts(List<Arrivals> all, Function<Arrivals, String> part) {
    return all.stream().map(part).toArray(String[]::new);
  }

  private static String object(Arrivals arrivals) {
    return arrivals
        .activity()
        .objectReference()
        .flatMap(ObjectReference::id)
        .map(FediUrl::text)
        .orElse(null);
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
   * Takes the first of each lane, those that are due for longest before others, and holds them
   * until the transaction ends; what another one holds is passed over. That commit need not wait
   * for the disk: if it is lost, it is done again, since its activities are then not marked as
   * handled either.
   *
   * <p>The second of a lane is never taken beside the first: the first is either seen as waiting,
   * or was handled before this statement began.
   */
  List<Claim> take(Transaction tx, Instant now, int most) {
    return tx
        .list(
            """
            SELECT e.id, e.attempts + 1 AS attempts, e.failures, e.signer, e.prover, e.inboxes,
                   e.body, e.received_at, set_config('synchronous_commit', 'off', true)
              FROM inbox_event e
             WHERE e.outcome IS NULL AND e.next_at <= $1
               AND NOT EXISTS (SELECT 1
                                 FROM inbox_event before
                                WHERE before.lane = e.lane AND before.outcome IS NULL
                                  AND before.id < e.id)
             ORDER BY e.next_at, e.id
             LIMIT $2
               FOR NO KEY UPDATE OF e SKIP LOCKED
            """,
            Tuple.of(time(now), most),
            InboxTable::claim)
        .stream()
        .sorted(Comparator.comparingLong(Claim::id))
        .toList();
  }

  /** Leaves to their holder, after this transaction, what has to wait for somebody elsewhere. */
  void lease(Transaction tx, List<Claim> claims, Terms terms) {
    tx.execute(
        """
        UPDATE inbox_event
           SET next_at = $2, attempts = attempts + 1, holder = $3
         WHERE id = ANY ($1)
        """,
        Tuple.tuple()
            .addArrayOfLong(claims.stream().map(Claim::id).toArray(Long[]::new))
            .addOffsetDateTime(time(terms.until()))
            .addString(terms.holder()));
  }

  /**
   * On which activities are left to somebody.
   *
   * @param until after that they may be taken up again, since whoever took them must have died
   */
  record Terms(String holder, Instant until) {}

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
    if (decisions.isEmpty()) return;
    tx.execute(
        """
        UPDATE inbox_event AS e
           SET outcome = d.outcome, reason = d.reason, next_at = d.next_at, holder = NULL,
               attempts = d.attempts, failures = d.failures,
               handled_at = CASE WHEN d.outcome IS NOT NULL THEN $7::timestamptz END
          FROM unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[], $5::int[],
                      $6::int[]) AS d (id, outcome, reason, next_at, attempts, failures)
         WHERE e.id = d.id
        """,
        Tuple.tuple()
            .addArrayOfLong(all(decisions, each -> each.claim().id()).toArray(Long[]::new))
            .addArrayOfString(all(decisions, InboxTable::outcome).toArray(String[]::new))
            .addArrayOfString(all(decisions, InboxTable::reason).toArray(String[]::new))
            .addArrayOfOffsetDateTime(
                all(decisions, InboxTable::nextAt).toArray(OffsetDateTime[]::new))
            .addArrayOfInteger(
                all(decisions, each -> each.claim().tries().attempts()).toArray(Integer[]::new))
            .addArrayOfInteger(all(decisions, InboxTable::failures).toArray(Integer[]::new))
            .addOffsetDateTime(time(now)));
  }

  private static <T> Stream<T> all(List<Decision> decisions, Function<Decision, T> part) {
    return decisions.stream().map(part);
  }

  private static String outcome(Decision decision) {
    return decision.verdict() instanceof Verdict.Over(var outcome, var reason) ? outcome : null;
  }

  private static String reason(Decision decision) {
    return switch (decision.verdict()) {
      case Verdict.Over(var outcome, var reason) -> reason.map(InboxTable::cut).orElse(null);
      case Verdict.Later(var at, var reason, var failures) -> cut(reason);
    };
  }

  private static OffsetDateTime nextAt(Decision decision) {
    return decision.verdict() instanceof Verdict.Later(var at, var reason, var failures)
        ? time(at)
        : null;
  }

  private static int failures(Decision decision) {
    return switch (decision.verdict()) {
      case Verdict.Over(var outcome, var reason) -> failures(decision.claim(), outcome);
      case Verdict.Later(var at, var reason, var failures) -> failures;
    };
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
