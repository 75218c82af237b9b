package social.kring.community.media;

import java.util.Optional;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Attachment.Focus;

/**
 * What its owner says of a file.
 *
 * @param description the alternative text
 */
public record Caption(Optional<String> description, Optional<Focus> focus) {
  /** Characters of a description. */
  public static final int LONGEST = 1_500;

  public static final Caption NONE = new Caption(Optional.empty(), Optional.empty());

  /** This, and what was said before where this says nothing. An empty description says so. */
  Caption or(Caption before) {
    return new Caption(
        description.or(before::description).filter(text -> !text.isBlank()),
        focus.or(before::focus));
  }

  /**
   * @throws Problem INVALID naming what is wrong
   */
  void check() {
    description
        .filter(text -> text.codePointCount(0, text.length()) > LONGEST)
        .ifPresent(
            text -> {
              throw Problem.invalid(
                  "Validation failed: description is longer than " + LONGEST + " characters");
            });
  }
}
