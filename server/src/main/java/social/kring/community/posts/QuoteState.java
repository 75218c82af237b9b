package social.kring.community.posts;

import java.util.Locale;

/** Whether the author of a quoted post has agreed to be quoted. FEP-044f. */
public enum QuoteState {
  PENDING,
  ACCEPTED,
  REJECTED,
  REVOKED;

  /** As the client API spells it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static QuoteState named(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
