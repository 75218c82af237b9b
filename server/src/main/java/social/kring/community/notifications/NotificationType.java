package social.kring.community.notifications;

import java.util.Arrays;
import java.util.Collection;
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
  POLL("poll"),
  QUOTE("quote"),
  QUOTED_UPDATE("quoted_update"),
  ADMIN_SIGN_UP("admin.sign_up"),
  ADMIN_REPORT("admin.report"),
  MODERATION_WARNING("moderation_warning"),
  SEVERED_RELATIONSHIPS("severed_relationships");

  private final String text;

  NotificationType(String text) {
    this.text = text;
  }

  /** As the client API spells it. */
  public String text() {
    return text;
  }

  /**
   * Whether its owner can choose to hold it back: not what concerns her own doing, or her office.
   */
  boolean filterable() {
    return switch (this) {
      case FOLLOW, FOLLOW_REQUEST, MENTION, FAVOURITE, REBLOG, STATUS, QUOTE -> true;
      case UPDATE,
          POLL,
          QUOTED_UPDATE,
          ADMIN_SIGN_UP,
          ADMIN_REPORT,
          MODERATION_WARNING,
          SEVERED_RELATIONSHIPS ->
          false;
    };
  }

  static String[] texts(Collection<NotificationType> types) {
    return types.stream().map(NotificationType::text).toArray(String[]::new);
  }

  public static Optional<NotificationType> named(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
  }
}
