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
import social.kring.door.mastodon.entities.Status;
import social.kring.platform.storage.Queries;

/** Composes what people are told of. */
public final class NotificationComposer {
  private final AccountComposer accounts;
  private final StatusComposer statuses;

  public NotificationComposer(AccountComposer accounts, StatusComposer statuses) {
    this.accounts = accounts;
    this.statuses = statuses;
  }

  /** In their order. The list holds only what its owner may see. */
  public List<Notification> of(Queries queries, long owner, List<NotificationRow> rows) {
    var people = accounts(queries, rows);
    var posts = statuses(queries, owner, rows);
    return rows.stream().flatMap(row -> notification(row, people, posts).stream()).toList();
  }

  private Map<Long, Account> accounts(Queries queries, List<NotificationRow> rows) {
    var ids = rows.stream().map(NotificationRow::actor).distinct().toList();
    return accounts.ofIds(queries, ids).stream()
        .collect(Collectors.toMap(account -> Long.valueOf(account.id()), Function.identity()));
  }

  private Map<Long, Status> statuses(Queries queries, long owner, List<NotificationRow> rows) {
    var entries =
        rows.stream().flatMap(row -> row.post().stream()).distinct().map(PostEntry::of).toList();
    return statuses.of(queries, owner, entries).stream()
        .collect(Collectors.toMap(status -> Long.valueOf(status.id()), Function.identity()));
  }

  /** What was deleted meanwhile is nothing to tell of. */
  private static Optional<Notification> notification(
      NotificationRow row, Map<Long, Account> people, Map<Long, Status> posts) {
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
                    "ungrouped-" + row.id(),
                    row.at(),
                    account,
                    status))
        .findFirst();
  }
}
