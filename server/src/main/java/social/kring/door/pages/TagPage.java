package social.kring.door.pages;

import java.util.List;
import java.util.Optional;

/** What the page of a hashtag shows. */
record TagPage(
    Frame frame,
    String name,
    List<PostCard> posts,
    Optional<String> newest,
    Optional<String> older) {

  TagPage {
    posts = List.copyOf(posts);
  }
}
