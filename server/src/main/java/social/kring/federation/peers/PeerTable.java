package social.kring.federation.peers;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import social.kring.platform.storage.Queries;
import social.kring.protocol.discovery.NodeInfo;

/** The table {@code peer}. */
final class PeerTable {
  private static final int MOST_KNOWN = 100_000;

  /** Longer lists than any that operators share. */
  private static final int MOST_POLICIES = 100_000;

  /** A host that is well is written at most so often. */
  private static final Duration FRESH = Duration.ofHours(1);

  List<String> known(Queries queries) {
    return queries.list(
        "SELECT host FROM peer WHERE policy <> 'suspended' ORDER BY host LIMIT " + MOST_KNOWN,
        row -> row.getString("host"));
  }

  long count(Queries queries) {
    return queries
        .one(
            "SELECT count(*) AS n FROM peer WHERE last_success_at IS NOT NULL",
            row -> row.getLong("n"))
        .orElseThrow();
  }

  Optional<Peer> byHost(Queries queries, String host) {
    return queries.one(
        """
        SELECT host, policy, failures, down_until, last_success_at, software, software_version,
               signature_dialect, first_seen_at
          FROM peer
         WHERE host = $1
        """,
        Tuple.of(host),
        PeerTable::peer);
  }

  List<PolicyEntry> policies(Queries queries) {
    return queries.list(
        """
        SELECT host, policy, policy_reason, policy_at
          FROM peer
         WHERE policy <> 'none'
         ORDER BY host
         LIMIT $1
        """,
        Tuple.of(MOST_POLICIES),
        row ->
            new PolicyEntry(
                row.getString("host"),
                PeerPolicy.of(row.getString("policy")),
                row.getString("policy_reason"),
                instant(row, "policy_at").orElseThrow()));
  }

  /** When the last decision was made; epoch: never. */
  Instant lastDecision(Queries queries) {
    return queries
        .one(
            """
            SELECT policy_at
              FROM peer
             WHERE policy_at IS NOT NULL
             ORDER BY policy_at DESC
             LIMIT 1
            """,
            row -> instant(row, "policy_at").orElseThrow())
        .orElse(Instant.EPOCH);
  }

  void decide(Queries queries, PolicyEntry entry) {
    queries.execute(
        """
        INSERT INTO peer (host, policy, policy_reason, policy_at, first_seen_at)
        VALUES ($1, $2, $3, $4, $4)
        ON CONFLICT (host) DO UPDATE
           SET policy = excluded.policy,
               policy_reason = excluded.policy_reason,
               policy_at = excluded.policy_at
        """,
        Tuple.of(entry.host(), entry.policy().column(), entry.reason(), time(entry.at())));
  }

  void see(Queries queries, String host, Instant now) {
    queries.execute(
        """
        INSERT INTO peer (host, first_seen_at)
        VALUES ($1, $2)
        ON CONFLICT (host) DO NOTHING
        """,
        Tuple.of(host, time(now)));
  }

  void succeed(Queries queries, Collection<String> hosts, Instant now) {
    queries.execute(
        """
        INSERT INTO peer (host, last_success_at, first_seen_at)
        SELECT host, $2, $2
          FROM unnest($1::text[]) AS met (host)
         ORDER BY host
        ON CONFLICT (host) DO UPDATE
           SET failures = 0,
               down_until = NULL,
               last_success_at = excluded.last_success_at
         WHERE peer.failures > 0
            OR peer.last_success_at IS NULL
            OR peer.last_success_at < $3
        """,
        Tuple.tuple()
            .addArrayOfString(hosts.toArray(String[]::new))
            .addOffsetDateTime(time(now))
            .addOffsetDateTime(time(now.minus(FRESH))));
  }

  /** How often in a row each of these hosts has failed; those that are not named have not. */
  Map<String, Integer> failures(Queries queries, Collection<String> hosts) {
    return queries
        .list(
            """
            SELECT host, failures
              FROM peer
             WHERE host = ANY ($1)
            """,
            Tuple.tuple().addArrayOfString(hosts.toArray(String[]::new)),
            row -> Map.entry(row.getString("host"), row.getInteger("failures")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Of several failures at once, as of several requests under way, one counts. */
  void fail(Queries queries, Collection<Failure> failures, Instant now) {
    queries.batch(
        """
        INSERT INTO peer (host, failures, down_until, first_seen_at)
        VALUES ($1, 1, $3, $4)
        ON CONFLICT (host) DO UPDATE
           SET failures = peer.failures + 1,
               down_until = excluded.down_until
         WHERE peer.failures = $2
        """,
        failures.stream()
            .map(each -> Tuple.of(each.host(), each.before(), time(each.downUntil()), time(now)))
            .toList());
  }

  /**
   * A host that failed once more.
   *
   * @param before how often it had failed in a row
   */
  record Failure(String host, int before, Instant downUntil) {}

  void release(Queries queries, String host, Instant now) {
    queries.execute(
        """
        UPDATE peer
           SET down_until = $2
         WHERE host = $1 AND down_until > $2
        """,
        Tuple.of(host, time(now)));
  }

  void releaseAll(Queries queries, Instant now) {
    queries.execute(
        """
        UPDATE peer
           SET down_until = $1
         WHERE down_until > $1
        """,
        Tuple.of(time(now)));
  }

  void speak(Queries queries, String host, SignatureDialect dialect, Instant now) {
    queries.execute(
        """
        INSERT INTO peer (host, signature_dialect, first_seen_at)
        VALUES ($1, $2, $3)
        ON CONFLICT (host) DO UPDATE
           SET signature_dialect = excluded.signature_dialect
         WHERE peer.signature_dialect <> excluded.signature_dialect
        """,
        Tuple.of(host, dialect.column(), time(now)));
  }

  void run(Queries queries, String host, NodeInfo.Software software, Instant now) {
    queries.execute(
        """
        INSERT INTO peer (host, software, software_version, software_at, first_seen_at)
        VALUES ($1, $2, $3, $4, $4)
        ON CONFLICT (host) DO UPDATE
           SET software = excluded.software,
               software_version = excluded.software_version,
               software_at = excluded.software_at
        """,
        Tuple.of(host, software.name(), software.version(), time(now)));
  }

  private static Peer peer(Row row) {
    return new Peer(
        row.getString("host"),
        PeerPolicy.of(row.getString("policy")),
        new PeerHealth(
            row.getInteger("failures"),
            instant(row, "down_until"),
            instant(row, "last_success_at")),
        Optional.ofNullable(row.getString("software"))
            .map(name -> new Peer.Software(name, row.getString("software_version"))),
        SignatureDialect.of(row.getString("signature_dialect")),
        instant(row, "first_seen_at").orElseThrow());
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
