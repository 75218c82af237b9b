package social.kring.door.pages;

import java.util.List;
import java.util.Optional;

/**
 * What a post says and shows.
 *
 * @param html sanitized
 * @param spoiler a warning before it; empty: none
 * @param covered whether media are shown on demand only
 * @param clipping of the page that it links to
 */
record Body(
    String html,
    String spoiler,
    boolean covered,
    List<Medium> media,
    List<PollLine> poll,
    Optional<Clipping> clipping,
    Optional<String> language) {

  Body {
    media = List.copyOf(media);
    poll = List.copyOf(poll);
  }
}
