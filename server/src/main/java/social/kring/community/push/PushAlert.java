package social.kring.community.push;

import java.util.Arrays;
import java.util.Optional;

/** What an app may want to be told of, in the words of the client API: types of notifications. */
public enum PushAlert {
  MENTION("mention"),
  QUOTE("quote"),
  STATUS("status"),
  REBLOG("reblog"),
  FOLLOW("follow"),
  FOLLOW_REQUEST("follow_request"),
  FAVOURITE("favourite"),
  POLL("poll"),
  UPDATE("update"),
  QUOTED_UPDATE("quoted_update"),
  ADMIN_SIGN_UP("admin.sign_up"),
  ADMIN_REPORT("admin.report");

  private final String text;

  PushAlert(String text) {
    this.text = text;
  }

  /** As the client API spells it. */
  public String text() {
    return text;
  }

  public static Optional<PushAlert> named(String text) {
    return Arrays.stream(values()).filter(alert -> alert.text.equals(text)).findFirst();
  }
}
