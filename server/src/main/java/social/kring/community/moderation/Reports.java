package social.kring.community.moderation;

import java.time.Clock;
import java.util.List;
import social.kring.community.PageRequest;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** What moderators were told about. */
public final class Reports {
  private final ReportTable table;
  private final Events events;
  private final Clock clock;

  Reports(ReportTable table, Events events, Clock clock) {
    this.table = table;
    this.events = events;
    this.clock = clock;
  }

  /** Those that nobody has dealt with, newest first. */
  public List<Report> open(Queries queries, PageRequest page) {
    return table.open(queries, page);
  }

  /**
   * A moderator has dealt with it.
   *
   * @throws Problem NOT_FOUND if there is no such report that is open
   */
  public void resolve(Transaction tx, long report, long moderator) {
    if (!table.resolve(tx, report, moderator, clock.instant())) {
      throw Problem.notFound("there is no open report " + report);
    }
    events.record(tx, Happening.here("report.resolved", report, Tree.builder().build()));
  }
}
