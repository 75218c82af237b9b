package social.kring.door.mastodon.entities;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An app's subscription to messages while it is not running.
 *
 * @param policy of whom to tell; sent by Mastodon, though its documentation has it elsewhere
 */
public record WebPushSubscription(
    String id,
    String endpoint,
    boolean standard,
    String serverKey,
    Map<String, Boolean> alerts,
    String policy) {
  private static final List<String> ALERTS =
      List.of(
          "mention",
          "status",
          "reblog",
          "follow",
          "follow_request",
          "favourite",
          "poll",
          "update",
          "admin.sign_up",
          "admin.report");

  /** Each that is documented, whether it is wanted or not. */
  public static Map<String, Boolean> alerts(Set<String> wanted) {
    var alerts = new LinkedHashMap<String, Boolean>();
    ALERTS.forEach(name -> alerts.put(name, wanted.contains(name)));
    return alerts;
  }
}
