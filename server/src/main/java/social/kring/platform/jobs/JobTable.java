package social.kring.platform.jobs;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.platform.workers.QueueDepth;
import social.kring.protocol.json.StrictJson;

/** The table {@code job}. */
final class JobTable {

  void insert(Queries queries, Job job, Instant due) {
    queries.execute(
        """
        INSERT INTO job (id, kind, key, details, due_at)
        VALUES ($1, $2, $3, $4::text::jsonb, $5)
        ON CONFLICT (kind, key) WHERE parked_at IS NULL DO UPDATE
           SET details = excluded.details,
               due_at = CASE WHEN job.holder IS NULL
                             THEN least(job.due_at, excluded.due_at)
                             ELSE job.due_at END,
               again_at = CASE WHEN job.holder IS NULL
                               THEN job.again_at
                               ELSE least(job.again_at, excluded.due_at) END
        """,
        Tuple.of(job.id(), job.kind(), job.key(), job.details().toString())
            .addOffsetDateTime(time(due)));
  }

  /** Takes the job that has been due longest, if there is one. */
  Optional<Job> claim(Queries queries, Claim claim) {
    return queries.one(
        """
        UPDATE job
           SET due_at = $4, holder = $3, tries = tries + 1
         WHERE id = (SELECT id
                       FROM job
                      WHERE parked_at IS NULL AND due_at <= $2 AND kind = ANY ($1)
                      ORDER BY due_at
                      LIMIT 1
                        FOR UPDATE SKIP LOCKED)
        RETURNING id, kind, key, details::text AS details, tries
        """,
        Tuple.tuple()
            .addArrayOfString(claim.kinds().toArray(String[]::new))
            .addOffsetDateTime(time(claim.now()))
            .addString(claim.holder())
            .addOffsetDateTime(time(claim.until())),
        row ->
            new Job(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("key"),
                StrictJson.parse(row.getString("details")),
                row.getInteger("tries")));
  }

  /**
   * @param kinds that may be taken now
   * @param until when the lease ends
   */
  record Claim(Set<String> kinds, String holder, Instant now, Instant until) {}

  /** The lease of jobs that are still running goes on. */
  void renew(Queries queries, Collection<Long> running, String holder, Instant until) {
    queries.execute(
        "UPDATE job SET due_at = $3 WHERE id = ANY ($1) AND holder = $2",
        Tuple.tuple()
            .addArrayOfLong(running.toArray(Long[]::new))
            .addString(holder)
            .addOffsetDateTime(time(until)));
  }

  /** What a process held that is no more can be had at once. */
  void free(Queries queries, String holder, Instant now) {
    queries.execute(
        "UPDATE job SET due_at = $2, holder = NULL WHERE holder = $1", Tuple.of(holder, time(now)));
  }

  /** Gone, unless it was asked for again meanwhile. */
  void finish(Transaction tx, Job job, String holder) {
    var gone =
        tx.execute(
            "DELETE FROM job WHERE id = $1 AND holder = $2 AND again_at IS NULL",
            Tuple.of(job.id(), holder));
    if (gone == 0) {
      tx.execute(
          """
          UPDATE job
             SET due_at = again_at, holder = NULL, again_at = NULL, tries = 0, reason = NULL
           WHERE id = $1 AND holder = $2
          """,
          Tuple.of(job.id(), holder));
    }
  }

  /** To be done again: since it recurs. */
  void repeat(Queries queries, Job job, String holder, Instant due) {
    queries.execute(
        """
        UPDATE job
           SET due_at = least($3, again_at), holder = NULL, again_at = NULL, tries = 0, reason = NULL
         WHERE id = $1 AND holder = $2
        """,
        Tuple.of(job.id(), holder, time(due)));
  }

  /** To be done again: since it failed. */
  void retry(Queries queries, Job job, String holder, String reason, Instant due) {
    queries.execute(
        """
        UPDATE job
           SET due_at = $4, holder = NULL, again_at = NULL, reason = $3
         WHERE id = $1 AND holder = $2
        """,
        Tuple.of(job.id(), holder, reason, time(due)));
  }

  void park(Queries queries, Job job, String holder, String reason, Instant now) {
    queries.execute(
        """
        UPDATE job
           SET parked_at = $4, holder = NULL, again_at = NULL, reason = $3
         WHERE id = $1 AND holder = $2
        """,
        Tuple.of(job.id(), holder, reason, time(now)));
  }

  List<QueuedJob> parked(Queries queries, int most) {
    return queries.list(
        """
        SELECT id, kind, key, tries, reason, due_at, parked_at
          FROM job
         WHERE parked_at IS NOT NULL
         ORDER BY parked_at DESC
         LIMIT $1
        """,
        Tuple.of(most),
        JobTable::queued);
  }

  List<QueuedJob> waiting(Queries queries, int most) {
    return queries.list(
        """
        SELECT id, kind, key, tries, reason, due_at, parked_at
          FROM job
         WHERE parked_at IS NULL
         ORDER BY due_at
         LIMIT $1
        """,
        Tuple.of(most),
        JobTable::queued);
  }

  Optional<QueuedJob> find(Queries queries, long id) {
    return queries.one(
        """
        SELECT id, kind, key, tries, reason, due_at, parked_at
          FROM job
         WHERE id = $1
        """,
        Tuple.of(id),
        JobTable::queued);
  }

  private static QueuedJob queued(Row row) {
    return new QueuedJob(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("key"),
        new QueuedJob.Fate(
            row.getInteger("tries"),
            Optional.ofNullable(row.getString("reason")),
            row.getOffsetDateTime("due_at").toInstant(),
            Optional.ofNullable(row.getOffsetDateTime("parked_at"))
                .map(OffsetDateTime::toInstant)));
  }

  /** Not where the same has been asked for again, which waits already. */
  boolean unpark(Transaction tx, long id, Instant now) {
    return tx.execute(
            """
            UPDATE job AS j
               SET parked_at = NULL, due_at = $2, tries = 0
             WHERE j.id = $1 AND j.parked_at IS NOT NULL
               AND NOT EXISTS (SELECT
                                 FROM job AS other
                                WHERE other.kind = j.kind AND other.key = j.key
                                  AND other.parked_at IS NULL)
            """,
            Tuple.of(id, time(now)))
        > 0;
  }

  boolean deleteParked(Transaction tx, long id) {
    return tx.execute("DELETE FROM job WHERE id = $1 AND parked_at IS NOT NULL", Tuple.of(id)) > 0;
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Each part reads one index. */
  QueueDepth depth(Queries queries, Instant now) {
    return queries
        .one(
            """
            SELECT (SELECT count(*) FROM (SELECT FROM job WHERE parked_at IS NULL LIMIT $1) AS w) AS waiting,
                   (SELECT count(*) FROM (SELECT FROM job WHERE parked_at IS NOT NULL LIMIT $1) AS p) AS parked,
                   coalesce((extract(epoch FROM $2::timestamptz - (SELECT min(due_at) FROM job WHERE parked_at IS NULL)) * 1000)::bigint,
                            0) AS overdue
            """,
            Tuple.of(QueueDepth.MOST, now.atOffset(ZoneOffset.UTC)),
            row ->
                new QueueDepth(
                    "jobs",
                    row.getLong("waiting"),
                    row.getLong("parked"),
                    Duration.ofMillis(Math.max(0, row.getLong("overdue")))))
        .orElseThrow();
  }
}
