package social.kring.door.pages;

import java.util.List;

/**
 * What the page of a post shows.
 *
 * @param before what it answers, the first post first
 * @param after the answers
 * @param more whether there are more of them
 */
record ThreadPage(
    Frame frame,
    List<PostCard> before,
    PostCard post,
    List<PostCard> after,
    boolean more,
    String inApp) {

  ThreadPage {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
