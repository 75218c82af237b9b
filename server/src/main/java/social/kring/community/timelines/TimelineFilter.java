package social.kring.community.timelines;

/** Which public posts are wanted. */
public record TimelineFilter(Origin origin, boolean onlyMedia) {
  public static final TimelineFilter ALL = new TimelineFilter(Origin.ANYWHERE, false);

  /** Where posts were written. */
  public enum Origin {
    ANYWHERE,
    HERE,
    ELSEWHERE
  }

  /** Of posts {@code p}; conditions that partial indexes have, word for word. */
  String conditions() {
    return switch (origin) {
          case ANYWHERE -> "";
          case HERE -> " AND p.local";
          case ELSEWHERE -> " AND NOT p.local";
        }
        + (onlyMedia ? " AND p.attachments <> '[]'" : "");
  }
}
