package social.kring.door.pages;

import java.util.Optional;

/**
 * A picture, sound or film of a post.
 *
 * @param url under this domain, wherever it lies
 * @param host where it lies
 * @param picture of it, which the page may load
 */
record Medium(Kind kind, String url, String host, String description, Optional<String> picture) {

  /** What it is, in a word. */
  enum Kind {
    PICTURE("Picture"),
    FILM("Film"),
    SOUND("Sound"),
    FILE("File");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
