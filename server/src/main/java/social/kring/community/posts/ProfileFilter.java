package social.kring.community.posts;

import java.util.Locale;
import java.util.Optional;

/**
 * Which of an actor's posts are wanted.
 *
 * @param replies answers to others too
 * @param boosts boosts too
 * @param tag only posts with this hashtag, in lower case
 */
public record ProfileFilter(
    boolean replies, boolean boosts, boolean onlyMedia, Optional<String> tag) {
  public static final ProfileFilter ALL = new ProfileFilter(true, true, false, Optional.empty());

  /** From the parameters of the client API. Boosts have neither media nor tags of their own. */
  public static ProfileFilter of(
      boolean excludeReplies, boolean excludeBoosts, boolean onlyMedia, Optional<String> tag) {
    return new ProfileFilter(
        !excludeReplies,
        !excludeBoosts && !onlyMedia && tag.isEmpty(),
        onlyMedia,
        tag.map(name -> name.toLowerCase(Locale.ROOT)));
  }
}
