package social.kring.community.moderation;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import social.kring.community.PageRequest;
import social.kring.community.moderation.Report.Category;
import social.kring.community.moderation.Report.Handling;
import social.kring.community.moderation.Report.Matter;
import social.kring.community.moderation.Report.Subject;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/** The tables {@code report} and {@code report_subject}. */
final class ReportTable {
  private static final String SELECT =
      """
      SELECT id, reporter_id, activity_uri, target_id, comment, category, rule_ids, forwarded,
             reported_at, resolved_at, resolved_by, assigned_to
        FROM report
      """;

  /**
   * @return whether the report is new
   */
  boolean insert(Transaction tx, Report report) {
    var matter = report.matter();
    var inserted =
        tx.execute(
                """
                INSERT INTO report
                  (id, reporter_id, activity_uri, comment, category, reported_at, target_id,
                   forwarded, rule_ids)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                ON CONFLICT (reporter_id, activity_uri) DO NOTHING
                """,
                Tuple.of(
                        report.id(),
                        report.reporter(),
                        report.activity().text(),
                        matter.comment(),
                        matter.category().text(),
                        report.reportedAt().atOffset(ZoneOffset.UTC))
                    .addLong(matter.target().orElse(null))
                    .addBoolean(matter.forwarded())
                    .addArrayOfLong(matter.rules().toArray(Long[]::new)))
            > 0;
    if (inserted) {
      insertSubjects(tx, report);
    }
    return inserted;
  }

  private static void insertSubjects(Transaction tx, Report report) {
    tx.batch(
        """
        INSERT INTO report_subject (report_id, uri, actor_id, post_id)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING
        """,
        report.subjects().stream()
            .map(
                subject ->
                    Tuple.of(report.id(), subject.uri().text())
                        .addLong(subject.actor().orElse(null))
                        .addLong(subject.post().orElse(null)))
            .toList());
  }

  List<Report> page(Queries queries, ReportFilter filter, PageRequest page) {
    var rows =
        queries.list(
            SELECT
                + (filter.resolved()
                    ? " WHERE resolved_at IS NOT NULL"
                    : " WHERE resolved_at IS NULL")
                + " AND ($1::bigint IS NULL OR reporter_id = $1)"
                + " AND ($2::bigint IS NULL OR target_id = $2)"
                + page.within("id", 3)
                + " ORDER BY id "
                + page.direction()
                + " LIMIT "
                + page.limit(),
            page.bounds(
                Tuple.tuple()
                    .addLong(filter.reporter().orElse(null))
                    .addLong(filter.target().orElse(null))),
            ReportTable::from);
    return page.newestFirst(withSubjects(queries, rows));
  }

  List<Report> byIds(Queries queries, Collection<Long> ids) {
    if (ids.isEmpty()) return List.of();
    return withSubjects(
        queries,
        queries.list(
            SELECT + " WHERE id = ANY ($1)",
            Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)),
            ReportTable::from));
  }

  long countSince(Queries queries, long reporter, Instant since) {
    return queries
        .one(
            "SELECT count(*) AS n FROM report WHERE reporter_id = $1 AND reported_at > $2",
            Tuple.of(reporter, since.atOffset(ZoneOffset.UTC)),
            row -> row.getLong("n"))
        .orElse(0L);
  }

  /** Those of these posts that this actor wrote. */
  List<Subject> posts(Queries queries, List<Long> ids, long author) {
    if (ids.isEmpty()) return List.of();
    return queries.list(
        "SELECT uri, post_id FROM post_origin WHERE post_id = ANY ($1) AND author_id = $2",
        Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)).addLong(author),
        row ->
            new Subject(
                FediUrl.parse(row.getString("uri")),
                Optional.empty(),
                Optional.of(row.getLong("post_id"))));
  }

  /**
   * A post that is known here.
   *
   * @param author id of the actor who wrote it
   */
  record KnownPost(long id, long author) {}

  Map<FediUrl, KnownPost> knownPosts(Queries queries, List<FediUrl> uris) {
    return queries
        .list(
            "SELECT uri, post_id, author_id FROM post_origin WHERE uri = ANY ($1)",
            Tuple.tuple().addArrayOfString(uris.stream().map(FediUrl::text).toArray(String[]::new)),
            row ->
                Map.entry(
                    FediUrl.parse(row.getString("uri")),
                    new KnownPost(row.getLong("post_id"), row.getLong("author_id"))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  boolean resolve(Transaction tx, long id, Optional<Long> moderator, Instant at) {
    return tx.execute(
            """
            UPDATE report SET resolved_at = $3, resolved_by = $2
             WHERE id = $1 AND resolved_at IS NULL
            """,
            Tuple.of(id)
                .addLong(moderator.orElse(null))
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC)))
        > 0;
  }

  boolean reopen(Transaction tx, long id) {
    return tx.execute(
            """
            UPDATE report SET resolved_at = NULL, resolved_by = NULL
             WHERE id = $1 AND resolved_at IS NOT NULL
            """,
            Tuple.of(id))
        > 0;
  }

  boolean assign(Transaction tx, long id, Optional<Long> moderator) {
    return tx.execute(
            "UPDATE report SET assigned_to = $2 WHERE id = $1",
            Tuple.of(id).addLong(moderator.orElse(null)))
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
                    report.matter(),
                    subjects.getOrDefault(report.id(), List.of()),
                    report.reportedAt(),
                    report.handling()))
        .toList();
  }

  private static Map<Long, List<Subject>> subjects(Queries queries, Collection<Long> reports) {
    return queries
        .list(
            """
            SELECT report_id, uri, actor_id, post_id
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
        FediUrl.parse(row.getString("uri")),
        Optional.ofNullable(row.getLong("actor_id")),
        Optional.ofNullable(row.getLong("post_id")));
  }

  private static Report from(Row row) {
    return new Report(
        row.getLong("id"),
        row.getLong("reporter_id"),
        FediUrl.parse(row.getString("activity_uri")),
        new Matter(
            Optional.ofNullable(row.getLong("target_id")),
            row.getString("comment"),
            Category.named(row.getString("category")).orElse(Category.OTHER),
            Arrays.asList(row.getArrayOfLongs("rule_ids")),
            row.getBoolean("forwarded")),
        List.of(),
        row.getOffsetDateTime("reported_at").toInstant(),
        new Handling(
            Optional.ofNullable(row.getOffsetDateTime("resolved_at"))
                .map(OffsetDateTime::toInstant),
            Optional.ofNullable(row.getLong("resolved_by")),
            Optional.ofNullable(row.getLong("assigned_to"))));
  }
}
