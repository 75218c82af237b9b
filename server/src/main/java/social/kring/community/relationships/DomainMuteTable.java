package social.kring.community.relationships;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code domain_mute}: hosts that a person does not want to see. */
final class DomainMuteTable {

  void insert(Transaction tx, long owner, String host, Instant at) {
    tx.execute(
        """
        INSERT INTO domain_mute (owner_id, host, muted_at)
        VALUES ($1, $2, $3)
        ON CONFLICT DO NOTHING
        """,
        Tuple.of(owner, host, at.atOffset(ZoneOffset.UTC)));
  }

  void delete(Transaction tx, long owner, String host) {
    tx.execute("DELETE FROM domain_mute WHERE owner_id = $1 AND host = $2", Tuple.of(owner, host));
  }

  /** Which of these hosts the owner mutes. */
  Set<String> among(Queries queries, long owner, Collection<String> hosts) {
    return Set.copyOf(
        queries.list(
            "SELECT host FROM domain_mute WHERE owner_id = $1 AND host = ANY ($2)",
            Tuple.of(owner).addArrayOfString(hosts.toArray(String[]::new)),
            row -> row.getString("host")));
  }

  /** In the order of their names, after {@code last}. */
  List<String> of(Queries queries, long owner, String last, int limit) {
    return queries.list(
        """
        SELECT host
          FROM domain_mute
         WHERE owner_id = $1 AND host > $2
         ORDER BY host
         LIMIT $3
        """,
        Tuple.of(owner, last, limit),
        row -> row.getString("host"));
  }

  int deleteOf(Transaction tx, long owner) {
    return tx.execute("DELETE FROM domain_mute WHERE owner_id = $1", Tuple.of(owner));
  }
}
