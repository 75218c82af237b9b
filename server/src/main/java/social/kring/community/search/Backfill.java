package social.kring.community.search;

import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import social.kring.community.posts.PostWalk;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/**
 * Indexes what was there before: all posts once, and those of people elsewhere who have agreed to
 * it since. Goes on where it was, a batch a transaction. The table {@code search_author}.
 */
final class Backfill implements JobHandler {
  private static final long EVERYBODY = 0;
  private static final int BATCH = 200;

  private final PostWalk walk;
  private final Indexer indexer;
  private final Database database;
  private final Clock clock;

  /** How far down somebody's posts have been indexed. */
  private record Place(long actor, long next) {}

  Backfill(PostWalk walk, Indexer indexer, Database database, Clock clock) {
    this.walk = walk;
    this.indexer = indexer;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "search.backfill";
  }

  @Override
  public Optional<Duration> every() {
    return Optional.of(Duration.ofMinutes(15));
  }

  @Override
  public void run(Tree details) {
    forgetWhoChangedTheirMind();
    add(List.of(EVERYBODY));
    add(newcomers());
    while (database.transaction(this::indexSome)) {
      // Each batch is a transaction of its own.
    }
  }

  /** They begin anew if they change it again. */
  private void forgetWhoChangedTheirMind() {
    database.execute(
        """
        DELETE FROM search_author AS s
         WHERE s.actor_id <> 0
           AND NOT EXISTS (SELECT FROM actor_indexable AS i WHERE i.actor_id = s.actor_id)
        """);
  }

  private List<Long> newcomers() {
    return database.list(
        """
        SELECT i.actor_id
          FROM actor_indexable AS i
         WHERE NOT EXISTS (SELECT FROM actor_here AS h WHERE h.actor_id = i.actor_id)
           AND NOT EXISTS (SELECT FROM search_author AS s WHERE s.actor_id = i.actor_id)
         LIMIT 10000
        """,
        row -> row.getLong("actor_id"));
  }

  private void add(List<Long> actors) {
    database.execute(
        """
        INSERT INTO search_author (actor_id, next_id)
        SELECT actor_id, 9223372036854775807 FROM unnest($1::bigint[]) AS new (actor_id)
        ON CONFLICT DO NOTHING
        """,
        Tuple.tuple().addArrayOfLong(actors.toArray(Long[]::new)));
  }

  /**
   * @return whether there may be more
   */
  private boolean indexSome(Transaction tx) {
    var place =
        tx.one(
            """
            SELECT actor_id, next_id
              FROM search_author
             WHERE done_at IS NULL
             ORDER BY actor_id
             LIMIT 1
               FOR UPDATE SKIP LOCKED
            """,
            row -> new Place(row.getLong("actor_id"), row.getLong("next_id")));
    place.ifPresent(each -> indexSome(tx, each));
    return place.isPresent();
  }

  private void indexSome(Transaction tx, Place place) {
    var ids =
        place.actor() == EVERYBODY
            ? walk.before(tx, place.next(), BATCH)
            : walk.byAuthorBefore(tx, place.actor(), place.next(), BATCH);
    indexer.index(tx, ids);
    var done = ids.size() < BATCH;
    tx.execute(
        "UPDATE search_author SET next_id = $2, done_at = $3 WHERE actor_id = $1",
        Tuple.of(place.actor(), ids.isEmpty() ? 0L : ids.getLast())
            .addOffsetDateTime(done ? clock.instant().atOffset(ZoneOffset.UTC) : null));
  }
}
