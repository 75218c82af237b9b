package social.kring.community.posts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody did with a post, and only they see. Each is a condition on the post {@code p} and
 * the actor {@code $1} that an index answers; it is asked of every post of a page.
 */
public enum Mark {
  FAVOURITED(
      "EXISTS (SELECT FROM favourite AS mine WHERE mine.post_id = p.id AND mine.actor_id = $1)"),
  BOOSTED("EXISTS (SELECT FROM boost AS mine WHERE mine.post_id = p.id AND mine.actor_id = $1)"),
  BOOKMARKED(
      "EXISTS (SELECT FROM bookmark AS mine WHERE mine.post_id = p.id AND mine.actor_id = $1)"),
  MUTED(
      "EXISTS (SELECT FROM thread_mute AS mine"
          + " WHERE mine.thread = coalesce(p.conversation, p.uri) AND mine.actor_id = $1)");

  private final String condition;

  Mark(String condition) {
    this.condition = condition;
  }

  /** All of them as one number; the public has none. */
  static String sql() {
    return Arrays.stream(values())
        .map(mark -> "(" + mark.condition + ")::int * " + mark.bit())
        .collect(Collectors.joining(" + ", "CASE WHEN $1::bigint = 0 THEN 0 ELSE ", " END"));
  }

  static Set<Mark> of(int bits) {
    var marks = EnumSet.noneOf(Mark.class);
    for (var mark : values()) if ((bits & mark.bit()) != 0) marks.add(mark);
    return marks;
  }

  private int bit() {
    return 1 << ordinal();
  }
}
