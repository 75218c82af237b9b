package social.kring.community.notifications;

import java.time.Instant;
import java.util.List;

/**
 * Notifications that are shown as one.
 *
 * @param key what they have in common
 * @param newest the newest of them
 * @param count how many they are, at most 1,000
 * @param oldestOnPage the oldest of them that is on the page
 * @param people who did it, some of them, the newest first
 */
public record NotificationGroup(
    String key, NotificationRow newest, long count, long oldestOnPage, List<Long> people) {

  public NotificationGroup {
    people = List.copyOf(people);
  }

  static NotificationGroup alone(String key, NotificationRow row) {
    return new NotificationGroup(key, row, 1, row.id(), List.of(row.actor()));
  }

  public Instant at() {
    return newest.at();
  }
}
