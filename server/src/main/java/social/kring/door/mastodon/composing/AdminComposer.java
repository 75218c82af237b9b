package social.kring.door.mastodon.composing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.access.Admission;
import social.kring.community.access.Admission.Newcomer;
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
  private final Admission admission;
  private final Rules rules;

  public AdminComposer(
      AccountComposer accounts, StatusComposer statuses, Admission admission, Rules rules) {
    this.accounts = accounts;
    this.statuses = statuses;
    this.admission = admission;
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

  /** People of this node, in their order. */
  public List<AdminAccount> newcomers(Queries queries, List<Newcomer> people) {
    var here = people.stream().collect(Collectors.toMap(AdminComposer::actor, Function.identity()));
    return accounts.ofIds(queries, people.stream().map(AdminComposer::actor).toList()).stream()
        .map(shown -> account(shown, here))
        .toList();
  }

  private Map<Long, AdminAccount> accounts(Queries queries, Collection<Long> ids) {
    var all = ids.stream().distinct().toList();
    var here =
        admission.byActors(queries, all).stream()
            .collect(Collectors.toMap(AdminComposer::actor, Function.identity()));
    return accounts.ofIds(queries, all).stream()
        .collect(
            Collectors.toMap(shown -> Long.valueOf(shown.id()), shown -> account(shown, here)));
  }

  private static long actor(Newcomer someone) {
    return someone.account().actor();
  }

  private static AdminAccount account(Account shown, Map<Long, Newcomer> here) {
    return Optional.ofNullable(here.get(Long.valueOf(shown.id())))
        .map(someone -> resident(shown, someone))
        .orElseGet(() -> stranger(shown));
  }

  /** Whose actor is suspended waits to be let in: moderators disable people of this node. */
  private static AdminAccount resident(Account shown, Newcomer someone) {
    var account = someone.account();
    var arrival = someone.arrival();
    return new AdminAccount(
        shown.id(),
        shown.username(),
        Optional.empty(),
        account.standing().createdAt(),
        account.email(),
        Optional.empty(),
        List.of(),
        arrival.locale(),
        arrival.reason(),
        Optional.of(Roles.of(account.role())),
        account.standing().confirmedAt().isPresent(),
        false,
        shown.limited(),
        false,
        account.standing().suspendedAt().isPresent(),
        account.standing().approvedAt().isPresent(),
        shown,
        arrival.application().map(id -> Long.toString(id)),
        arrival.invitedBy().map(id -> Long.toString(id)));
  }

  /** Somebody of another node, or who is gone. */
  private static AdminAccount stranger(Account shown) {
    var at = shown.acct().indexOf('@');
    return new AdminAccount(
        shown.id(),
        shown.username(),
        Optional.of(shown.acct()).filter(acct -> at >= 0).map(acct -> acct.substring(at + 1)),
        shown.createdAt(),
        "",
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        shown.suspended(),
        shown.limited(),
        false,
        false,
        false,
        shown,
        Optional.empty(),
        Optional.empty());
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
