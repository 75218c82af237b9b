package social.kring.community.people;

import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Audience.Visibility;

/**
 * What holds for a person's posts where she does not say otherwise.
 *
 * @param language BCP 47
 * @param quotes who may quote them
 */
public record Settings(
    Visibility visibility, boolean sensitive, Optional<String> language, QuotePolicy quotes) {
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");

  public static final Settings INITIAL =
      new Settings(Visibility.PUBLIC, false, Optional.empty(), QuotePolicy.PUBLIC);

  /**
   * @throws Problem INVALID for what is no language
   */
  static Settings checked(Settings settings) {
    settings
        .language()
        .filter(text -> !LANGUAGE.matcher(text).matches())
        .ifPresent(
            text -> {
              throw Problem.invalid(
                  "Validation failed: language is \"" + text + "\", expected a tag such as en");
            });
    return settings;
  }
}
