package social.kring.community.notifications;

import java.util.Arrays;
import java.util.Optional;

/** What happened, in the words of the client API. */
public enum NotificationType {
  FOLLOW("follow"),
  FOLLOW_REQUEST("follow_request"),
  MENTION("mention"),
  FAVOURITE("favourite"),
  REBLOG("reblog"),
  STATUS("status"),
  UPDATE("update"),
  POLL("poll");

  private final String text;

  NotificationType(String text) {
    this.text = text;
  }

  /** As the client API spells it. */
  public String text() {
    return text;
  }

  public static Optional<NotificationType> named(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
  }
}
