package social.kring.community.search;

import java.util.Optional;
import java.util.Set;

/**
 * What somebody looks for.
 *
 * @param viewer the actor's id; 0 is the public
 * @param text a handle, an address, the beginning of a name, a hashtag
 * @param resolve whether other nodes are asked
 * @param following only people whom the viewer follows
 * @param within which posts
 */
public record SearchQuery(
    long viewer,
    String text,
    Set<Kind> kinds,
    boolean resolve,
    boolean following,
    Range range,
    Within within) {

  /**
   * Which posts are looked at.
   *
   * @param after only those with a greater id
   * @param before only those with a smaller id
   */
  public record Within(Optional<Long> author, long after, long before) {
    public static final Within ALL = new Within(Optional.empty(), 0, Long.MAX_VALUE);
  }

  /** What can be found. */
  public enum Kind {
    ACCOUNTS,
    POSTS,
    TAGS
  }

  /** Which part of what is found. */
  public record Range(int offset, int limit) {
    private static final int FURTHEST = 1_000;

    public Range {
      offset = Math.clamp(offset, 0, FURTHEST);
    }

    int end() {
      return offset + limit;
    }
  }

  public SearchQuery {
    kinds = Set.copyOf(kinds);
    text = text.strip();
  }

  boolean wants(Kind kind) {
    return kinds.contains(kind);
  }
}
