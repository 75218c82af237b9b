package social.kring.door.pages;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who lives here, as her profile shows her.
 *
 * @param inApp the path at which the application shows her
 */
record Person(
    Face face,
    Optional<String> banner,
    Words words,
    List<Figure> numbers,
    Moment since,
    Optional<String> movedTo,
    String inApp) {

  Person {
    numbers = List.copyOf(numbers);
  }

  /**
   * What she says of herself.
   *
   * @param bio sanitized HTML
   */
  record Words(String bio, List<Line> fields) {
    Words {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A line of the profile.
   *
   * @param html sanitized
   * @param link the address, if it is nothing else; it then is another of the same person's
   * @param shown the address as people read it
   */
  record Line(String name, String html, Optional<String> link, String shown, boolean verified) {}

  String bio() {
    return words.bio();
  }

  List<Line> fields() {
    return words.fields();
  }
}
