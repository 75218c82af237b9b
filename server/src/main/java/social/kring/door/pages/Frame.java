package social.kring.door.pages;

import java.util.List;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param node the node's name
 * @param listed whether search engines may list the page
 */
record Frame(
    String node, String title, Card card, Links links, boolean listed, Assets.Paths assets) {

  /**
   * How the page is shown where somebody links to it (ogp.me).
   *
   * @param kind {@code website}, {@code profile} or {@code article}
   */
  record Card(String kind, String title, String description, Optional<String> picture) {}

  /**
   * Where else the same is.
   *
   * @param me other addresses of the same person
   */
  record Links(
      Optional<String> canonical,
      Optional<String> activity,
      Optional<String> feed,
      List<String> me) {
    static final Links NONE =
        new Links(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    Links {
      me = List.copyOf(me);
    }

    static Links canonical(String address) {
      return new Links(Optional.of(address), Optional.empty(), Optional.empty(), List.of());
    }
  }
}
