package social.kring.door.pages;

import java.util.List;
import java.util.Optional;

/** What the page of a person shows. */
record ProfilePage(Frame frame, Person person, Lists lists) {

  /**
   * Her posts.
   *
   * @param replies whether answers to others are among them
   */
  record Lists(
      boolean replies,
      List<PostCard> pinned,
      List<PostCard> posts,
      Optional<String> newest,
      Optional<String> older) {

    Lists {
      pinned = List.copyOf(pinned);
      posts = List.copyOf(posts);
    }
  }
}
