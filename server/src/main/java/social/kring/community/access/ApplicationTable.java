package social.kring.community.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code oauth_application}. */
final class ApplicationTable {
  private static final String SELECT =
      """
      SELECT id, client_id, secret_hash, name, website, redirect_uris, scopes
        FROM oauth_application
      """;

  /** An application with what proves that it is itself. */
  record Registered(Application application, byte[] secretHash) {}

  void insert(Transaction tx, Registered registered, Instant at) {
    var application = registered.application();
    tx.execute(
        """
        INSERT INTO oauth_application (id, client_id, secret_hash, name,
                                       website, redirect_uris, scopes, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        Tuple.of(application.id(), application.clientId())
            .addBuffer(Buffer.buffer(registered.secretHash()))
            .addString(application.name())
            .addString(application.website().orElse(null))
            .addArrayOfString(application.redirectUris().toArray(String[]::new))
            .addString(application.scopes().text())
            .addOffsetDateTime(at.atOffset(ZoneOffset.UTC)));
  }

  Optional<Registered> byClientId(Queries queries, String clientId) {
    return queries.one(SELECT + "WHERE client_id = $1", Tuple.of(clientId), ApplicationTable::from);
  }

  List<Application> byIds(Queries queries, List<Long> ids) {
    return queries
        .list(
            SELECT + "WHERE id = ANY ($1)",
            Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)),
            ApplicationTable::from)
        .stream()
        .map(Registered::application)
        .toList();
  }

  void use(Transaction tx, long id, Instant at) {
    tx.execute(
        "UPDATE oauth_application SET used_at = $2 WHERE id = $1 AND used_at IS NULL",
        Tuple.of(id, at.atOffset(ZoneOffset.UTC)));
  }

  /** Apps that never got a token: anyone can register any number. */
  int deleteUnused(Transaction tx, Instant before, int most) {
    return tx.execute(
        """
        DELETE FROM oauth_application
         WHERE id IN (SELECT id FROM oauth_application
                       WHERE used_at IS NULL AND created_at < $1
                       ORDER BY created_at LIMIT $2)
        """,
        Tuple.of(before.atOffset(ZoneOffset.UTC), most));
  }

  private static Registered from(Row row) {
    return new Registered(
        new Application(
            row.getLong("id"),
            row.getString("client_id"),
            row.getString("name"),
            Optional.ofNullable(row.getString("website")),
            List.of(row.getArrayOfStrings("redirect_uris")),
            Scopes.parse(row.getString("scopes"))),
        row.getBuffer("secret_hash").getBytes());
  }
}
