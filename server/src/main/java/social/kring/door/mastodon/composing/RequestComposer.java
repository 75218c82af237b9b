package social.kring.door.mastodon.composing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.community.notifications.NotificationRequest;
import social.kring.platform.storage.Queries;

/** Composes what is held back. */
public final class RequestComposer {
  private final NotificationComposer notifications;

  public RequestComposer(NotificationComposer notifications) {
    this.notifications = notifications;
  }

  /** In their order. */
  public List<social.kring.door.mastodon.entities.NotificationRequest> of(
      Queries queries, long owner, List<NotificationRequest> requests) {
    var people = notifications.accounts(queries, requests.stream().map(NotificationRequest::actor));
    var posts =
        notifications.statuses(
            queries, owner, requests.stream().flatMap(each -> each.post().stream()));
    return requests.stream()
        .flatMap(
            each ->
                Stream.ofNullable(people.get(each.actor()))
                    .map(
                        account ->
                            new social.kring.door.mastodon.entities.NotificationRequest(
                                Long.toString(each.id()),
                                each.requestedAt(),
                                each.updatedAt(),
                                account,
                                Long.toString(each.count()),
                                each.post().flatMap(id -> Optional.ofNullable(posts.get(id))))))
        .toList();
  }
}
