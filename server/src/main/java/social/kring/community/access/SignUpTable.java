package social.kring.community.access;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code sign_up}. */
final class SignUpTable {

  void insert(Transaction tx, long actor, Arrival arrival) {
    tx.execute(
        """
        INSERT INTO sign_up (actor_id, application_id, invite_id, reason, locale)
        VALUES ($1, $2, $3, $4, $5)
        """,
        Tuple.of(actor)
            .addLong(arrival.application().orElse(null))
            .addLong(arrival.invite().orElse(null))
            .addString(arrival.reason().orElse(null))
            .addString(arrival.locale().orElse(null)));
  }

  Map<Long, Arrival> byActors(Queries queries, Collection<Long> actors) {
    return queries
        .list(
            """
            SELECT s.actor_id, s.application_id, s.invite_id, s.reason, s.locale, i.made_by
              FROM sign_up AS s
              LEFT JOIN invite AS i ON i.id = s.invite_id
             WHERE s.actor_id = ANY ($1)
            """,
            Tuple.tuple().addArrayOfLong(actors.toArray(Long[]::new)),
            row -> Map.entry(row.getLong("actor_id"), from(row)))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Arrival from(Row row) {
    return new Arrival(
        Optional.ofNullable(row.getLong("application_id")),
        Optional.ofNullable(row.getLong("invite_id")),
        Optional.ofNullable(row.getLong("made_by")),
        Optional.ofNullable(row.getString("reason")),
        Optional.ofNullable(row.getString("locale")));
  }
}
