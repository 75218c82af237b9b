package social.kring.door.mastodon.composing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.kring.community.moderation.Report;
import social.kring.community.moderation.Reports;
import social.kring.door.mastodon.entities.Account;
import social.kring.platform.storage.Queries;

/** Composes reports for who told, and for notifications. */
public final class ReportComposer {
  private final Reports reports;
  private final AccountComposer accounts;

  public ReportComposer(Reports reports, AccountComposer accounts) {
    this.reports = reports;
    this.accounts = accounts;
  }

  /** By their ids; without those that are about nobody who is known here. */
  Map<Long, social.kring.door.mastodon.entities.Report> byIds(
      Queries queries, Collection<Long> ids) {
    if (ids.isEmpty()) return Map.of();
    return of(queries, reports.byIds(queries, ids)).stream()
        .collect(Collectors.toMap(report -> Long.valueOf(report.id()), Function.identity()));
  }

  /** Without those that are about nobody who is known here. */
  public List<social.kring.door.mastodon.entities.Report> of(Queries queries, List<Report> shown) {
    var targets =
        accounts
            .ofIds(
                queries,
                shown.stream().flatMap(each -> each.matter().target().stream()).distinct().toList())
            .stream()
            .collect(Collectors.toMap(account -> Long.valueOf(account.id()), Function.identity()));
    return shown.stream()
        .flatMap(
            each ->
                each.matter().target().flatMap(id -> Optional.ofNullable(targets.get(id))).stream()
                    .map(target -> report(each, target)))
        .toList();
  }

  private static social.kring.door.mastodon.entities.Report report(Report shown, Account target) {
    var matter = shown.matter();
    var resolved = shown.handling().resolvedAt();
    return new social.kring.door.mastodon.entities.Report(
        Long.toString(shown.id()),
        resolved.isPresent(),
        resolved,
        matter.category().text(),
        matter.comment(),
        matter.forwarded(),
        shown.reportedAt(),
        texts(shown.posts()),
        texts(matter.rules()),
        target);
  }

  private static List<String> texts(List<Long> ids) {
    return ids.stream().map(id -> Long.toString(id)).toList();
  }
}
