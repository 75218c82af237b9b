package social.kring.community.hashtags;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a hashtag: in lower case, without the number sign. */
public record TagName(String text) {
  private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{M}\\p{N}_\\u00b7]{1,100}");
  private static final Pattern NUMBER = Pattern.compile("\\p{N}+");

  /** Empty for what no hashtag can be called. */
  public static Optional<TagName> parse(String written) {
    var name = written.strip().replaceFirst("^#", "").toLowerCase(Locale.ROOT);
    return SHAPE.matcher(name).matches() && !NUMBER.matcher(name).matches()
        ? Optional.of(new TagName(name))
        : Optional.empty();
  }
}
