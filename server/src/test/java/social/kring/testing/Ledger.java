package social.kring.testing;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import social.kring.platform.events.Happening;
import social.kring.platform.events.Publication;
import social.kring.platform.events.Publication.Recipients;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/** Reads what a town has left in its log and in its queue of jobs. */
final class Ledger {
  private static final int MOST = 100_000;

  private final Database database;
  private long read;

  Ledger(Database database) {
    this.database = database;
  }

  /** What was recorded since the last call. */
  List<Happening> happened() {
    var all =
        database.list(
            """
            SELECT e.turn, e.kind, e.subject, e.details::text AS details,
                   p.sender_id, p.activity, p.audiences, p.audience_ids
              FROM event AS e
              LEFT JOIN event_publication AS p ON p.turn = e.turn
             WHERE e.turn > $1
             ORDER BY e.turn
             LIMIT $2
            """,
            Tuple.of(read, MOST),
            this::happening);
    return all;
  }

  private Happening happening(Row row) {
    read = Math.max(read, row.getLong("turn"));
    return new Happening(
        row.getString("kind"),
        row.getLong("subject"),
        StrictJson.parse(row.getString("details")),
        Optional.ofNullable(row.getLong("sender_id")).map(sender -> publication(row, sender)));
  }

  private static Publication publication(Row row, long sender) {
    var audiences = row.getArrayOfStrings("audiences");
    var ids = row.getArrayOfLongs("audience_ids");
    return new Publication(
        sender,
        StrictJson.parse(row.getString("activity")),
        IntStream.range(0, ids.length)
            .mapToObj(i -> new Recipients(audiences[i], ids[i]))
            .toList());
  }

  /** Takes the job that is due first, whenever that is. */
  Optional<Town.ScheduledJob> takeJob() {
    return database.one(
        """
        DELETE FROM job
         WHERE id = (SELECT id FROM job ORDER BY due_at, id LIMIT 1)
        RETURNING kind, details::text AS details
        """,
        row -> new Town.ScheduledJob(row.getString("kind"), details(row)));
  }

  private static Tree details(Row row) {
    return StrictJson.parse(row.getString("details"));
  }
}
