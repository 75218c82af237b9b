package social.kring.community.posts;

import java.util.List;
import social.kring.protocol.activitystreams.Audience.Visibility;

/**
 * What decides on which lists a post is.
 *
 * @param local whether it was written here
 * @param media whether anything is attached
 * @param answers whether it answers somebody else
 * @param tags in lower case; none of a deleted post
 */
public record PostTraits(
    long id,
    long author,
    Visibility visibility,
    boolean local,
    boolean media,
    boolean answers,
    List<String> tags) {

  public PostTraits {
    tags = List.copyOf(tags);
  }

  /** Whether everybody may see it. */
  public boolean isPublic() {
    return visibility == Visibility.PUBLIC;
  }
}
