package social.kring.community.people;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Audience.Visibility;

/** The table {@code person}. */
final class PersonTable {

  /** A person's own part of what is stored about her as an actor. */
  record PersonRow(long actor, Settings settings, List<String> attributionDomains) {}

  void insert(Transaction tx, long actor, Settings settings) {
    tx.execute(
        """
        INSERT INTO person (actor_id, default_visibility, default_sensitive, default_language,
                            default_quote_policy)
        VALUES ($1, $2, $3, $4, $5)
        """,
        tuple(actor, settings));
  }

  void delete(Transaction tx, long actor) {
    tx.execute("DELETE FROM person WHERE actor_id = $1", Tuple.of(actor));
  }

  void setSettings(Transaction tx, long actor, Settings settings) {
    tx.execute(
        """
        UPDATE person
           SET default_visibility = $2, default_sensitive = $3, default_language = $4,
               default_quote_policy = $5
         WHERE actor_id = $1
        """,
        tuple(actor, settings));
  }

  void setAttributionDomains(Transaction tx, long actor, List<String> domains) {
    tx.execute(
        "UPDATE person SET attribution_domains = $2 WHERE actor_id = $1",
        Tuple.of(actor).addArrayOfString(domains.toArray(String[]::new)));
  }

  Optional<PersonRow> byActor(Queries queries, long actor) {
    return Optional.ofNullable(byActors(queries, List.of(actor)).get(actor));
  }

  Map<Long, PersonRow> byActors(Queries queries, Collection<Long> actors) {
    return queries
        .list(
            """
            SELECT actor_id, default_visibility, default_sensitive,
                   default_language, default_quote_policy, attribution_domains
              FROM person
             WHERE actor_id = ANY ($1)
            """,
            Tuple.tuple().addArrayOfLong(actors.toArray(Long[]::new)),
            PersonTable::from)
        .stream()
        .collect(Collectors.toUnmodifiableMap(PersonRow::actor, row -> row));
  }

  private static Tuple tuple(long actor, Settings settings) {
    return Tuple.of(actor, settings.visibility().name().toLowerCase(Locale.ROOT))
        .addBoolean(settings.sensitive())
        .addString(settings.language().orElse(null))
        .addString(settings.quotes().text());
  }

  private static PersonRow from(Row row) {
    var visibility =
        Visibility.valueOf(row.getString("default_visibility").toUpperCase(Locale.ROOT));
    var settings =
        new Settings(
            visibility,
            row.getBoolean("default_sensitive"),
            Optional.ofNullable(row.getString("default_language")),
            QuotePolicy.named(row.getString("default_quote_policy")));
    return new PersonRow(
        row.getLong("actor_id"), settings, List.of(row.getArrayOfStrings("attribution_domains")));
  }
}
