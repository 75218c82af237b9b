package social.kring.community.filters;

import java.util.Optional;

/**
 * What happens to a keyword of a filter.
 *
 * @param id of one that is there; empty: a new one
 * @param deletes whether it goes
 */
public record KeywordChange(
    Optional<Long> id, Optional<String> text, Optional<Boolean> wholeWord, boolean deletes) {

  public static KeywordChange adding(String text, boolean wholeWord) {
    return new KeywordChange(Optional.empty(), Optional.of(text), Optional.of(wholeWord), false);
  }
}
