package social.kring.door.pages;

import java.util.List;
import java.util.Optional;

/**
 * A post as pages show it.
 *
 * @param booster who shows it, if that is not its author
 * @param answers the handle of whoever it answers, if that is not its author
 * @param depth how far it is from the post that the page is about
 */
record PostCard(
    Face author,
    Optional<Face> booster,
    Stamp stamp,
    Body body,
    List<Figure> tally,
    Optional<String> answers,
    int depth) {

  PostCard {
    tally = List.copyOf(tally);
  }

  /**
   * When and where it was published.
   *
   * @param elsewhere whether the link leads to another node
   */
  record Stamp(Moment when, Optional<Moment> edited, String link, boolean elsewhere) {}
}
