package social.kring.door.mastodon.composing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.notifications.NotificationRow;
import social.kring.community.posts.PostEntry;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.Notification;
import social.kring.door.mastodon.entities.Report;
import social.kring.door.mastodon.entities.Status;
import social.kring.platform.storage.Queries;

/** Composes what people are told of. */
public final class NotificationComposer {
  private final AccountComposer accounts;
  private final StatusComposer statuses;
  private final ReportComposer reports;

  public NotificationComposer(
      AccountComposer accounts, StatusComposer statuses, ReportComposer reports) {
    this.accounts = accounts;
    this.statuses = statuses;
    this.reports = reports;
  }

  /** In their order. The list holds only what its owner may see. */
  public List<Notification> of(Queries queries, long owner, List<NotificationRow> rows) {
    var people = accounts(queries, rows.stream().map(NotificationRow::actor));
    var posts = statuses(queries, owner, rows.stream().flatMap(row -> row.post().stream()));
    var told = reports(queries, rows.stream().flatMap(row -> row.report().stream()));
    return rows.stream().flatMap(row -> notification(row, people, posts, told).stream()).toList();
  }

  /** By their ids. */
  Map<Long, Report> reports(Queries queries, Stream<Long> ids) {
    return reports.byIds(queries, ids.distinct().toList());
  }

  /** By their ids. */
  Map<Long, Account> accounts(Queries queries, Stream<Long> ids) {
    return accounts.ofIds(queries, ids.distinct().toList()).stream()
        .collect(Collectors.toMap(account -> Long.valueOf(account.id()), Function.identity()));
  }

  /** By their ids, as their reader may see them. */
  Map<Long, Status> statuses(Queries queries, long reader, Stream<Long> ids) {
    var entries = ids.distinct().map(PostEntry::of).toList();
    return statuses.of(queries, reader, entries).stream()
        .collect(Collectors.toMap(status -> Long.valueOf(status.id()), Function.identity()));
  }

  /** What was deleted meanwhile is nothing to tell of. */
  private static Optional<Notification> notification(
      NotificationRow row,
      Map<Long, Account> people,
      Map<Long, Status> posts,
      Map<Long, Report> told) {
    var account = people.get(row.actor());
    var status = row.post().map(posts::get);
    var gone = account == null || row.post().isPresent() && status.isEmpty();
    return Stream.of(row)
        .filter(shown -> !gone)
        .map(
            shown ->
                new Notification(
                    Long.toString(row.id()),
                    row.type().text(),
                    row.group(),
                    row.at(),
                    account,
                    status,
                    row.report().flatMap(id -> Optional.ofNullable(told.get(id)))))
        .findFirst();
  }
}
