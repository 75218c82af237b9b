package social.kring.platform.events;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import social.kring.platform.events.Publication.Recipients;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.StrictJson;

/** The tables {@code event} and {@code event_publication}. */
final class EventTable {

  void insert(Transaction tx, long id, Happening happening, Instant now) {
    var row =
        Tuple.of(
            id,
            happening.kind(),
            happening.subject(),
            happening.details().toString(),
            now.atOffset(ZoneOffset.UTC));
    happening
        .publication()
        .ifPresentOrElse(
            publication -> insertPublished(tx, row, publication), () -> insertHere(tx, row));
  }

  private static void insertHere(Transaction tx, Tuple row) {
    tx.execute(
        """
        INSERT INTO event (id, kind, subject, details, recorded_at)
        VALUES ($1, $2, $3, $4::text::jsonb, $5)
        """,
        row);
  }

  record Here(long id, Happening happening) {}

  /** In one statement; their turns are in their order. */
  void insertHere(Transaction tx, List<Here> all, Instant now) {
    var happened = all.stream().map(Here::happening).toList();
    tx.execute(
        """
        INSERT INTO event (id, kind, subject, details, recorded_at)
        SELECT id, kind, subject, details::jsonb, $5
          FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[]) WITH ORDINALITY
            AS happened (id, kind, subject, details, place)
         ORDER BY place
        """,
        Tuple.tuple()
            .addArrayOfLong(all.stream().map(Here::id).toArray(Long[]::new))
            .addArrayOfString(happened.stream().map(Happening::kind).toArray(String[]::new))
            .addArrayOfLong(happened.stream().map(Happening::subject).toArray(Long[]::new))
            .addArrayOfString(
                happened.stream().map(each -> each.details().toString()).toArray(String[]::new))
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)));
  }

  private static void insertPublished(Transaction tx, Tuple row, Publication publication) {
    tx.execute(
        """
        WITH happened AS (
             INSERT INTO event (id, kind, subject, details, recorded_at)
             VALUES ($1, $2, $3, $4::text::jsonb, $5)
             RETURNING turn)
        INSERT INTO event_publication (turn, sender_id, activity, audiences, audience_ids)
        SELECT turn, $6::bigint, $7::text, $8::text[], $9::bigint[]
          FROM happened
        """,
        row.addLong(publication.sender())
            .addString(publication.activity().toString())
            .addArrayOfString(audiences(publication, Recipients::audience).toArray(String[]::new))
            .addArrayOfLong(audiences(publication, Recipients::of).toArray(Long[]::new)));
  }

  private static <T> List<T> audiences(Publication publication, Function<Recipients, T> part) {
    return publication.recipients().stream().map(part).toList();
  }

  /**
   * Numbers what has been committed, in the order of recording. Only for who holds the relay's row.
   *
   * @param last the number that was given last
   */
  Numbered number(Transaction tx, long last, int most) {
    return tx.one(
            """
            WITH waiting AS (
                 SELECT turn, row_number() OVER (ORDER BY turn) AS place
                   FROM (SELECT turn
                           FROM event
                          WHERE number IS NULL
                          ORDER BY turn
                          LIMIT $2) AS next),
                 numbered AS (
                 UPDATE event AS e
                    SET number = $1 + w.place
                   FROM waiting AS w
                  WHERE e.turn = w.turn
                 RETURNING e.kind)
            SELECT count(*) AS numbered, array_agg(DISTINCT kind) AS kinds
              FROM numbered
            """,
            Tuple.of(last, most),
            row -> new Numbered(row.getInteger("numbered"), kinds(row)))
        .orElseThrow();
  }

  record Numbered(int count, Set<String> kinds) {}

  private static Set<String> kinds(Row row) {
    return Optional.ofNullable(row.getArrayOfStrings("kinds")).map(Set::of).orElse(Set.of());
  }

  /** What a consumer wants of a span of the log, without what peers are told. */
  List<Event> here(Queries queries, Span span, Set<String> kinds, int most) {
    return queries.list(
        """
        SELECT number, id, kind, subject, details::text AS details, recorded_at
          FROM event
         WHERE number > $1 AND number <= $2 AND (cardinality($3::text[]) = 0 OR kind = ANY ($3))
         ORDER BY number
         LIMIT $4
        """,
        parameters(span, kinds, most),
        row -> event(row, Optional.empty()));
  }

  /** Of a span of the log, what peers are told. */
  List<Event> published(Transaction tx, Span span, Set<String> kinds, int most) {
    return tx.list(
        """
        SELECT e.number, e.id, e.kind, e.subject, e.details::text AS details, e.recorded_at,
               p.sender_id, p.activity, p.audiences, p.audience_ids
          FROM event AS e
          JOIN event_publication AS p ON p.turn = e.turn
         WHERE e.number > $1 AND e.number <= $2
           AND (cardinality($3::text[]) = 0 OR e.kind = ANY ($3))
         ORDER BY e.number
         LIMIT $4
        """,
        parameters(span, kinds, most),
        row -> event(row, Optional.of(publication(row))));
  }

  /** One event, as {@link #here} has it. */
  Optional<Event> hereAt(Transaction tx, long number) {
    return here(tx, new Span(number - 1, number), Set.of(), 1).stream().findFirst();
  }

  /** One event, as {@link #published} has it. */
  Optional<Event> publishedAt(Transaction tx, long number) {
    return published(tx, new Span(number - 1, number), Set.of(), 1).stream().findFirst();
  }

  private static Tuple parameters(Span span, Set<String> kinds, int most) {
    return Tuple.of(span.after(), span.upTo())
        .addArrayOfString(kinds.toArray(String[]::new))
        .addInteger(most);
  }

  /** A part of the log, by numbers. */
  record Span(long after, long upTo) {}

  private static Event event(Row row, Optional<Publication> publication) {
    return new Event(
        row.getLong("number"),
        row.getLong("id"),
        row.getOffsetDateTime("recorded_at").toInstant(),
        new Happening(
            row.getString("kind"),
            row.getLong("subject"),
            StrictJson.parse(row.getString("details")),
            publication));
  }

  private static Publication publication(Row row) {
    var audiences = row.getArrayOfStrings("audiences");
    var ids = row.getArrayOfLongs("audience_ids");
    return new Publication(
        row.getLong("sender_id"),
        StrictJson.parse(row.getString("activity")),
        IntStream.range(0, ids.length)
            .mapToObj(i -> new Recipients(audiences[i], ids[i]))
            .toList());
  }

  /**
   * Forgets events that all have taken; those that one has passed over may yet be asked for.
   *
   * @return how many
   */
  int deleteBehind(Transaction tx, long number, Instant before, int most) {
    return tx.one(
            """
            WITH gone AS (
                 DELETE FROM event
                  WHERE number IN (SELECT number
                                     FROM event
                                    WHERE number <= $1 AND recorded_at < $2
                                      AND NOT EXISTS (SELECT
                                                        FROM event_failure AS f
                                                       WHERE f.number = event.number
                                                         AND f.parked_at IS NOT NULL)
                                    ORDER BY number
                                    LIMIT $3)
                 RETURNING turn),
                 unpublished AS (
                 DELETE FROM event_publication WHERE turn IN (SELECT turn FROM gone))
            SELECT count(*) AS gone FROM gone
            """,
            Tuple.of(number, before.atOffset(ZoneOffset.UTC), most),
            row -> row.getInteger("gone"))
        .orElseThrow();
  }
}
