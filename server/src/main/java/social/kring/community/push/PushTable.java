package social.kring.community.push;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import social.kring.community.push.PushSubscription.Route;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.push.PushRecipient;
import social.kring.protocol.url.FediUrl;

/** The table {@code push_subscription}. */
final class PushTable {
  private static final String SELECT =
      """
      SELECT id, token_id, owner_id, endpoint, point, secret, standard, sealed_token, alerts, policy
        FROM push_subscription
      """;

  /** An app has one; a new one takes its place, also if the app asks for several at once. */
  void replace(Transaction tx, PushSubscription subscription, Instant now) {
    var route = subscription.route();
    tx.execute(
        """
        INSERT INTO push_subscription (id, token_id, owner_id, endpoint, point, secret, standard,
                                       sealed_token, alerts, policy, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (token_id) DO UPDATE
           SET id = EXCLUDED.id, owner_id = EXCLUDED.owner_id, endpoint = EXCLUDED.endpoint,
               point = EXCLUDED.point, secret = EXCLUDED.secret, standard = EXCLUDED.standard,
               sealed_token = EXCLUDED.sealed_token, alerts = EXCLUDED.alerts,
               policy = EXCLUDED.policy, created_at = EXCLUDED.created_at
        """,
        Tuple.of(subscription.id(), subscription.token(), subscription.owner())
            .addString(route.endpoint().text())
            .addBuffer(Buffer.buffer(route.recipient().point()))
            .addBuffer(Buffer.buffer(route.recipient().secret()))
            .addBoolean(route.standard())
            .addBuffer(route.sealedToken().map(Buffer::buffer).orElse(null))
            .addArrayOfString(alerts(subscription.wishes()))
            .addString(subscription.wishes().policy().text())
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)));
  }

  /**
   * @return whether there was one
   */
  boolean change(Queries queries, long token, PushWishes wishes) {
    return queries.execute(
            "UPDATE push_subscription SET alerts = $2, policy = $3 WHERE token_id = $1",
            Tuple.of(token).addArrayOfString(alerts(wishes)).addString(wishes.policy().text()))
        > 0;
  }

  private static String[] alerts(PushWishes wishes) {
    return wishes.alerts().stream().map(PushAlert::text).sorted().toArray(String[]::new);
  }

  Optional<PushSubscription> ofToken(Queries queries, long token) {
    return queries.one(SELECT + "WHERE token_id = $1", Tuple.of(token), PushTable::from);
  }

  Optional<PushSubscription> byId(Queries queries, long id) {
    return queries.one(SELECT + "WHERE id = $1", Tuple.of(id), PushTable::from);
  }

  void deleteOfToken(Queries queries, long token) {
    queries.execute("DELETE FROM push_subscription WHERE token_id = $1", Tuple.of(token));
  }

  void delete(Queries queries, long id) {
    queries.execute("DELETE FROM push_subscription WHERE id = $1", Tuple.of(id));
  }

  /** Which subscriptions want to hear of what these events told people. */
  List<Wanted> wanted(Queries queries, Collection<Long> events) {
    return queries.list(
        """
        SELECT s.id, told.id AS notification_id
          FROM notification_told AS told
          JOIN push_subscription AS s ON s.owner_id = told.owner_id
         WHERE told.id = ANY ($1) AND told.type = ANY (s.alerts) AND s.policy <> 'none'
         ORDER BY told.id
        """,
        Tuple.tuple().addArrayOfLong(events.toArray(Long[]::new)),
        row -> new Wanted(row.getLong("id"), row.getLong("notification_id")));
  }

  /** A notification that a subscription wants to hear of. */
  record Wanted(long subscription, long notification) {}

  private static PushSubscription from(Row row) {
    return new PushSubscription(
        row.getLong("id"),
        row.getLong("token_id"),
        row.getLong("owner_id"),
        new Route(
            FediUrl.parse(row.getString("endpoint")),
            new PushRecipient(
                row.getBuffer("point").getBytes(), row.getBuffer("secret").getBytes()),
            row.getBoolean("standard"),
            Optional.ofNullable(row.getBuffer("sealed_token")).map(Buffer::getBytes)),
        new PushWishes(
            Arrays.stream(row.getArrayOfStrings("alerts"))
                .flatMap(name -> PushAlert.named(name).stream())
                .collect(Collectors.toUnmodifiableSet()),
            PushPolicy.named(row.getString("policy")).orElseThrow()));
  }
}
