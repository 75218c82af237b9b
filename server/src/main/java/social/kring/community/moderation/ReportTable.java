package social.kring.community.moderation;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import social.kring.community.PageRequest;
import social.kring.community.moderation.Report.Subject;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/** The tables {@code report} and {@code report_subject}. */
final class ReportTable {

  /**
   * @return whether the report is new
   */
  boolean insert(Transaction tx, Report report) {
    var inserted =
        tx.execute(
                """
                INSERT INTO report (id, reporter_id, activity_uri, comment, reported_at)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (reporter_id, activity_uri) DO NOTHING
                """,
                Tuple.of(
                    report.id(),
                    report.reporter(),
                    report.activity().text(),
                    report.comment(),
                    report.reportedAt().atOffset(ZoneOffset.UTC)))
            > 0;
    if (inserted) {
      insertSubjects(tx, report);
    }
    return inserted;
  }

  private static void insertSubjects(Transaction tx, Report report) {
    tx.batch(
        """
        INSERT INTO report_subject (report_id, uri, actor_id)
        VALUES ($1, $2, $3)
        ON CONFLICT DO NOTHING
        """,
        report.subjects().stream()
            .map(
                subject ->
                    Tuple.of(report.id(), subject.uri().text())
                        .addLong(subject.actor().orElse(null)))
            .toList());
  }

  /** Those that nobody has dealt with. */
  List<Report> open(Queries queries, PageRequest page) {
    var rows =
        queries.list(
            """
            SELECT id, reporter_id, activity_uri, comment, reported_at, resolved_at
              FROM report
             WHERE resolved_at IS NULL AND id < $1 AND id > $2
             ORDER BY id %s
             LIMIT $3
            """
                .formatted(page.direction()),
            Tuple.of(page.before(), page.after(), page.limit()),
            ReportTable::from);
    return page.newestFirst(withSubjects(queries, rows));
  }

  boolean resolve(Transaction tx, long id, long moderator, Instant at) {
    return tx.execute(
            """
            UPDATE report SET resolved_at = $3, resolved_by = $2
             WHERE id = $1 AND resolved_at IS NULL
            """,
            Tuple.of(id, moderator, at.atOffset(ZoneOffset.UTC)))
        > 0;
  }

  private static List<Report> withSubjects(Queries queries, List<Report> reports) {
    var subjects = subjects(queries, reports.stream().map(Report::id).toList());
    return reports.stream()
        .map(
            report ->
                new Report(
                    report.id(),
                    report.reporter(),
                    report.activity(),
                    report.comment(),
                    subjects.getOrDefault(report.id(), List.of()),
                    report.reportedAt(),
                    report.resolvedAt()))
        .toList();
  }

  private static Map<Long, List<Subject>> subjects(Queries queries, Collection<Long> reports) {
    return queries
        .list(
            """
            SELECT report_id, uri, actor_id
              FROM report_subject
             WHERE report_id = ANY ($1)
             ORDER BY report_id, uri
            """,
            Tuple.tuple().addArrayOfLong(reports.toArray(Long[]::new)),
            row -> Map.entry(row.getLong("report_id"), subject(row)))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Subject subject(Row row) {
    return new Subject(
        FediUrl.parse(row.getString("uri")), Optional.ofNullable(row.getLong("actor_id")));
  }

  private static Report from(Row row) {
    return new Report(
        row.getLong("id"),
        row.getLong("reporter_id"),
        FediUrl.parse(row.getString("activity_uri")),
        row.getString("comment"),
        List.of(),
        row.getOffsetDateTime("reported_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("resolved_at")).map(OffsetDateTime::toInstant));
  }
}
