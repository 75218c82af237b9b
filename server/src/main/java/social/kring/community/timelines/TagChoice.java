package social.kring.community.timelines;

import java.util.List;
import java.util.Locale;

/**
 * Posts of which hashtags are wanted, without their number sign.
 *
 * @param any one of these
 * @param all and each of these
 * @param none and none of these
 */
public record TagChoice(List<String> any, List<String> all, List<String> none) {
  /** As many of each as are looked at. */
  private static final int MOST = 5;

  public TagChoice {
    any = names(any);
    all = names(all);
    none = names(none);
  }

  public static TagChoice of(String tag) {
    return new TagChoice(List.of(tag), List.of(), List.of());
  }

  /** Whether it is one tag and no more. */
  boolean simple() {
    return any.size() == 1 && all.isEmpty() && none.isEmpty();
  }

  private static List<String> names(List<String> tags) {
    return tags.stream()
        .map(tag -> tag.replaceFirst("^#", "").toLowerCase(Locale.ROOT))
        .filter(tag -> !tag.isBlank())
        .distinct()
        .limit(MOST)
        .toList();
  }
}
