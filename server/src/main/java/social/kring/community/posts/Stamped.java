package social.kring.community.posts;

import java.util.Set;

/**
 * An entry of a list with the stamp of all that is shown of it: as long as the stamp is the same,
 * so is what is shown.
 *
 * @param marks what the viewer did with the post
 */
public record Stamped(PostEntry entry, String stamp, Set<Mark> marks) {

  public boolean has(Mark mark) {
    return marks.contains(mark);
  }
}
