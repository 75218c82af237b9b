package social.kring.platform.domains;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Comparator;
import java.util.List;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code domain}. */
final class DomainTable {
  static final Comparator<Domain> BY_NAME = Comparator.comparing(Domain::authority);

  /** The domains of one node are few: each is one that somebody brought. */
  private static final int MOST = 10_000;

  void insert(Transaction tx, Domain domain) {
    tx.execute(
        """
        INSERT INTO domain (authority, scheme)
        VALUES ($1, $2)
        ON CONFLICT (authority) DO UPDATE SET scheme = excluded.scheme
        """,
        Tuple.of(domain.authority(), domain.scheme()));
  }

  boolean delete(Transaction tx, String authority) {
    return tx.execute("DELETE FROM domain WHERE authority = $1", Tuple.of(authority)) > 0;
  }

  List<Domain> all(Queries queries) {
    return queries.list(
        """
        SELECT authority, scheme
          FROM domain
         ORDER BY authority
         LIMIT $1
        """,
        Tuple.of(MOST),
        DomainTable::from);
  }

  private static Domain from(Row row) {
    return new Domain(row.getString("scheme"), row.getString("authority"));
  }
}
