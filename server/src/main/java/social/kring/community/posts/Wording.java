package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import social.kring.community.media.Shown;

/**
 * What a person types.
 *
 * @param text plain text
 * @param spoiler a content warning; empty: none
 * @param language BCP 47
 * @param media to be shown with it
 */
public record Wording(
    String text, String spoiler, boolean sensitive, Optional<String> language, List<Shown> media) {

  public Wording {
    media = List.copyOf(media);
  }

  public Wording(String text, String spoiler, boolean sensitive, Optional<String> language) {
    this(text, spoiler, sensitive, language, List.of());
  }

  public Wording showing(List<Shown> shown) {
    return new Wording(text, spoiler, sensitive, language, shown);
  }

  public static Wording of(String text) {
    return new Wording(text, "", false, Optional.empty());
  }
}
