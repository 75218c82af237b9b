package social.kring.community.posts;

import java.util.Optional;

/**
 * What a person types.
 *
 * @param text plain text
 * @param spoiler a content warning; empty: none
 * @param language BCP 47
 */
public record Wording(String text, String spoiler, boolean sensitive, Optional<String> language) {

  public static Wording of(String text) {
    return new Wording(text, "", false, Optional.empty());
  }
}
