package social.kring.door.mastodon.composing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.access.Accounts;
import social.kring.community.house.HouseRule;
import social.kring.community.house.Rules;
import social.kring.community.moderation.Report;
import social.kring.community.posts.PostEntry;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.AdminAccount;
import social.kring.door.mastodon.entities.AdminReport;
import social.kring.door.mastodon.entities.Rule;
import social.kring.door.mastodon.entities.Status;
import social.kring.platform.storage.Queries;

/**
 * Composes what those who look after the node see. The posts that a report names are shown to them
 * whoever may read them else: whoever reported could, and wants them to be read.
 */
public final class AdminComposer {
  private final AccountComposer accounts;
  private final StatusComposer statuses;
  private final Accounts residents;
  private final Rules rules;

  public AdminComposer(
      AccountComposer accounts, StatusComposer statuses, Accounts residents, Rules rules) {
    this.accounts = accounts;
    this.statuses = statuses;
    this.residents = residents;
    this.rules = rules;
  }

  /** In their order. */
  public List<AdminReport> reports(Queries queries, long moderator, List<Report> reports) {
    var people = accounts(queries, reports.stream().flatMap(AdminComposer::named).toList());
    var posts =
        statuses(queries, moderator, reports.stream().flatMap(r -> r.posts().stream()).toList());
    var broken =
        rules(queries, reports.stream().flatMap(r -> r.matter().rules().stream()).toList());
    return reports.stream().map(report -> report(report, people, posts, broken)).toList();
  }

  private Map<Long, Rule> rules(Queries queries, List<Long> ids) {
    return rules.byIds(queries, ids).stream()
        .collect(Collectors.toMap(HouseRule::id, AdminComposer::rule));
  }

  /** As the client API has it. */
  public static Rule rule(HouseRule rule) {
    return new Rule(Long.toString(rule.id()), rule.text(), rule.hint(), rule.translations());
  }

  private static Stream<Long> named(Report report) {
    return Stream.of(
            Optional.of(report.reporter()),
            report.matter().target(),
            report.handling().assignedTo(),
            report.handling().resolvedBy())
        .flatMap(Optional::stream);
  }

  private Map<Long, Status> statuses(Queries queries, long moderator, List<Long> ids) {
    var entries = ids.stream().distinct().map(PostEntry::of).toList();
    return statuses.of(queries, moderator, entries).stream()
        .collect(Collectors.toMap(status -> Long.valueOf(status.id()), Function.identity()));
  }

  private Map<Long, AdminAccount> accounts(Queries queries, Collection<Long> ids) {
    var all = ids.stream().distinct().toList();
    var here = new HashMap<Long, social.kring.community.access.Account>();
    residents.byActors(queries, all).forEach(account -> here.put(account.actor(), account));
    return accounts.ofIds(queries, all).stream()
        .collect(
            Collectors.toMap(
                shown -> Long.valueOf(shown.id()),
                shown -> account(shown, Optional.ofNullable(here.get(Long.valueOf(shown.id()))))));
  }

  private static AdminAccount account(
      Account shown, Optional<social.kring.community.access.Account> here) {
    var at = shown.acct().indexOf('@');
    var standing = here.map(social.kring.community.access.Account::standing);
    return new AdminAccount(
        shown.id(),
        shown.username(),
        Optional.of(shown.acct()).filter(acct -> at >= 0).map(acct -> acct.substring(at + 1)),
        shown.createdAt(),
        here.map(social.kring.community.access.Account::email).orElse(""),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        here.map(account -> Roles.of(account.role())),
        standing.filter(since -> since.confirmedAt().isPresent()).isPresent(),
        shown.suspended(),
        shown.limited(),
        false,
        standing.filter(since -> since.suspendedAt().isPresent()).isPresent(),
        standing.filter(since -> since.approvedAt().isPresent()).isPresent(),
        shown);
  }

  private static AdminReport report(
      Report report,
      Map<Long, AdminAccount> people,
      Map<Long, Status> posts,
      Map<Long, Rule> broken) {
    var matter = report.matter();
    var handling = report.handling();
    return new AdminReport(
        Long.toString(report.id()),
        handling.resolvedAt().isPresent(),
        handling.resolvedAt(),
        matter.category().text(),
        matter.comment(),
        matter.forwarded(),
        report.reportedAt(),
        handling.resolvedAt().orElse(report.reportedAt()),
        Optional.ofNullable(people.get(report.reporter())),
        matter.target().map(people::get),
        handling.assignedTo().map(people::get),
        handling.resolvedBy().map(people::get),
        report.posts().stream().flatMap(id -> Stream.ofNullable(posts.get(id))).toList(),
        matter.rules().stream().flatMap(id -> Stream.ofNullable(broken.get(id))).toList());
  }
}
