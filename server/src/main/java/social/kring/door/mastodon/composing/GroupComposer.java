package social.kring.door.mastodon.composing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.notifications.NotificationGroup;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.GroupedNotification;
import social.kring.door.mastodon.entities.GroupedNotifications;
import social.kring.door.mastodon.entities.PartialAccount;
import social.kring.door.mastodon.entities.Report;
import social.kring.door.mastodon.entities.Status;
import social.kring.platform.storage.Queries;

/** Composes what people are told of, like things together. */
public final class GroupComposer {
  private final NotificationComposer notifications;

  public GroupComposer(NotificationComposer notifications) {
    this.notifications = notifications;
  }

  /**
   * In their order.
   *
   * @param facesOnly only who did something last is shown in full
   */
  public GroupedNotifications of(
      Queries queries, long owner, List<NotificationGroup> groups, boolean facesOnly) {
    var people =
        notifications.accounts(queries, groups.stream().flatMap(each -> each.people().stream()));
    var posts =
        notifications.statuses(
            queries, owner, groups.stream().flatMap(each -> each.newest().post().stream()));
    var told =
        notifications.reports(
            queries, groups.stream().flatMap(each -> each.newest().report().stream()));
    var shown = groups.stream().filter(each -> isThere(each, people, posts)).toList();
    var inFull = facesOnly ? first(shown) : everybody(shown);
    return new GroupedNotifications(
        named(people, shown).filter(account -> inFull.contains(id(account))).toList(),
        facesOnly
            ? Optional.of(
                named(people, shown)
                    .filter(account -> !inFull.contains(id(account)))
                    .map(PartialAccount::of)
                    .toList())
            : Optional.empty(),
        shown.stream()
            .flatMap(each -> each.newest().post().stream())
            .distinct()
            .map(posts::get)
            .toList(),
        shown.stream().map(each -> group(each, people, told)).toList());
  }

  /** What was deleted meanwhile is nothing to tell of. */
  private static boolean isThere(
      NotificationGroup group, Map<Long, Account> people, Map<Long, Status> posts) {
    return group.people().stream().anyMatch(people::containsKey)
        && group.newest().post().stream().allMatch(posts::containsKey);
  }

  private static Set<Long> first(List<NotificationGroup> groups) {
    return groups.stream()
        .map(group -> group.people().getFirst())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Long> everybody(List<NotificationGroup> groups) {
    var all = new HashSet<Long>();
    groups.forEach(group -> all.addAll(group.people()));
    return all;
  }

  private static Stream<Account> named(Map<Long, Account> people, List<NotificationGroup> groups) {
    return groups.stream()
        .flatMap(group -> group.people().stream())
        .distinct()
        .flatMap(id -> Stream.ofNullable(people.get(id)));
  }

  private static Long id(Account account) {
    return Long.valueOf(account.id());
  }

  private static GroupedNotification group(
      NotificationGroup group, Map<Long, Account> people, Map<Long, Report> told) {
    return new GroupedNotification(
        group.key(),
        group.count(),
        group.newest().type().text(),
        Long.toString(group.newest().id()),
        Long.toString(group.oldestOnPage()),
        Long.toString(group.newest().id()),
        group.newest().at(),
        group.people().stream().filter(people::containsKey).map(id -> Long.toString(id)).toList(),
        group.newest().post().map(id -> Long.toString(id)),
        group.newest().report().flatMap(id -> Optional.ofNullable(told.get(id))));
  }
}
