package social.kring.community.moderation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import social.kring.community.Foundation;
import social.kring.community.PageRequest;
import social.kring.community.moderation.Report.Matter;
import social.kring.community.moderation.Report.Subject;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** What moderators were told about. */
public final class Reports {
  private static final int MOST_AN_HOUR = 30;
  private static final Duration HOUR = Duration.ofHours(1);

  private final ReportTable table;
  private final FlagBuilder builder = new FlagBuilder();
  private final Foundation base;

  Reports(ReportTable table, Foundation base) {
    this.table = table;
    this.base = base;
  }

  /** Those that nobody has dealt with, newest first. */
  public List<Report> open(Queries queries, PageRequest page) {
    return page(queries, ReportFilter.OPEN, page);
  }

  /** Newest first. */
  public List<Report> page(Queries queries, ReportFilter filter, PageRequest page) {
    return table.page(queries, filter, page);
  }

  public Optional<Report> find(Queries queries, long id) {
    return byIds(queries, List.of(id)).stream().findFirst();
  }

  /** In no order. */
  public List<Report> byIds(Queries queries, Collection<Long> ids) {
    return table.byIds(queries, ids);
  }

  /**
   * Somebody who lives here tells the moderators, and if they want so, those of the other node.
   *
   * @throws Problem INVALID naming what is too much, NOT_FOUND for posts of others,
   *     TOO_MANY_REQUESTS after 30 an hour
   */
  public Report make(Transaction tx, ActorRow reporter, Complaint complaint) {
    complaint.check();
    var now = base.clock().instant();
    if (table.countSince(tx, reporter.id(), now.minus(HOUR)) >= MOST_AN_HOUR) {
      throw Problem.tooManyRequests("More than " + MOST_AN_HOUR + " reports in an hour", HOUR);
    }
    var node = base.actors().instance(tx);
    var forwarded = complaint.forward() && !complaint.target().local() && node.isPresent();
    var report =
        Report.fresh(
            base.ids().next(),
            reporter.id(),
            base.minting().activity(node.orElse(reporter)),
            matter(complaint, forwarded),
            subjects(tx, complaint),
            now);
    table.insert(tx, report);
    base.events().record(tx, forwarded ? told(report, node.get(), complaint) : made(report));
    return report;
  }

  private static Matter matter(Complaint complaint, boolean forwarded) {
    return new Matter(
        Optional.of(complaint.target().id()),
        complaint.comment(),
        complaint.category(),
        complaint.rules(),
        forwarded);
  }

  private List<Subject> subjects(Queries queries, Complaint complaint) {
    var target = complaint.target();
    var posts = table.posts(queries, complaint.posts(), target.id());
    if (posts.size() < complaint.posts().stream().distinct().count()) {
      throw Problem.notFound("Record not found");
    }
    var subjects = new ArrayList<Subject>();
    subjects.add(new Subject(target.uri(), Optional.of(target.id()), Optional.empty()));
    subjects.addAll(posts);
    return subjects;
  }

  private Happening told(Report report, ActorRow node, Complaint complaint) {
    return Happening.published(
        "report.made",
        report.id(),
        by(report.reporter()),
        builder.flag(report.activity(), node, complaint.target(), report));
  }

  static Happening made(Report report) {
    return Happening.here("report.made", report.id(), by(report.reporter()));
  }

  private static Tree by(long reporter) {
    return Tree.builder().put("actor", reporter).build();
  }

  /**
   * A moderator has dealt with it.
   *
   * @param moderator who; empty for the operator
   * @throws Problem NOT_FOUND if there is no such report that is open
   */
  public void resolve(Transaction tx, long report, Optional<Long> moderator) {
    if (!table.resolve(tx, report, moderator, base.clock().instant())) {
      throw Problem.notFound("there is no open report " + report);
    }
    record(tx, "report.resolved", report);
  }

  /**
   * It is to be dealt with again.
   *
   * @throws Problem NOT_FOUND if there is no such report that was resolved
   */
  public void reopen(Transaction tx, long report) {
    if (!table.reopen(tx, report)) {
      throw Problem.notFound("there is no resolved report " + report);
    }
    record(tx, "report.reopened", report);
  }

  /**
   * @param moderator who deals with it; empty: nobody
   * @throws Problem NOT_FOUND if there is no such report
   */
  public void assign(Transaction tx, long report, Optional<Long> moderator) {
    if (!table.assign(tx, report, moderator)) {
      throw Problem.notFound("there is no report " + report);
    }
    record(tx, "report.assigned", report);
  }

  private void record(Transaction tx, String kind, long report) {
    base.events().record(tx, Happening.here(kind, report, Tree.builder().build()));
  }
}
