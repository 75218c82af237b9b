package social.kring.community.emoji;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.platform.storage.Queries;

/** Finds the emoji of this node that a text uses. */
public final class UsedEmojis {
  private static final int MOST = 100;

  /** Not within a word, and not an address. */
  private static final Pattern SHORTCODE =
      Pattern.compile("(?<![A-Za-z0-9_:]):([A-Za-z0-9_]{2,64}):(?![A-Za-z0-9_:])");

  private final EmojiTable table = new EmojiTable();

  /** At most one query; none where there is no shortcode. */
  public List<CustomEmoji> in(Queries queries, String... texts) {
    var used = shortcodes(texts);
    return used.isEmpty() ? List.of() : table.named(queries, used);
  }

  private static Set<String> shortcodes(String... texts) {
    return Stream.of(texts)
        .flatMap(text -> SHORTCODE.matcher(text).results())
        .map((MatchResult found) -> found.group(1))
        .distinct()
        .limit(MOST)
        .collect(Collectors.toUnmodifiableSet());
  }
}
