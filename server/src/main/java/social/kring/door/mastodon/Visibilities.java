package social.kring.door.mastodon;

import java.util.Locale;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Audience.Visibility;

/** Who may see a post, as apps write it. */
final class Visibilities {
  private Visibilities() {}

  /**
   * @throws Problem INVALID for a word that is none
   */
  static Visibility parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "public" -> Visibility.PUBLIC;
      case "unlisted" -> Visibility.UNLISTED;
      case "private" -> Visibility.PRIVATE;
      case "direct" -> Visibility.DIRECT;
      default ->
          throw Problem.invalid(
              "Validation failed: visibility is \""
                  + text
                  + "\", expected public, unlisted, private or direct");
    };
  }

  static String text(Visibility visibility) {
    return visibility.name().toLowerCase(Locale.ROOT);
  }
}
