package social.kring.community.posts;

import java.util.Set;
import social.kring.community.posts.QuotePolicy.Circle;

/**
 * How somebody stands to an author.
 *
 * @param isAuthor whether they are the same
 * @param follows whether she follows the author
 * @param followed whether the author follows her
 */
public record QuoteStanding(boolean isAuthor, boolean follows, boolean followed) {
  public static final QuoteStanding AUTHOR = new QuoteStanding(true, false, false);
  public static final QuoteStanding STRANGER = new QuoteStanding(false, false, false);

  /** What happens if she quotes a post, in the words of the client API. */
  public enum Answer {
    AUTOMATIC,
    MANUAL,
    DENIED,
    UNKNOWN
  }

  /** Of a post that is not for everyone, only its author's own quotes are thinkable. */
  public Answer answer(PostRow post, QuotePolicy policy) {
    if (isAuthor) return Answer.AUTOMATIC;
    if (!post.open()) return Answer.DENIED;
    if (belongs(policy.automatic())) return Answer.AUTOMATIC;
    if (belongs(policy.manual())) return Answer.MANUAL;
    var all = policy.automatic().contains(Circle.UNSUPPORTED_POLICY);
    return all || policy.manual().contains(Circle.UNSUPPORTED_POLICY)
        ? Answer.UNKNOWN
        : Answer.DENIED;
  }

  private boolean belongs(Set<Circle> circles) {
    return circles.contains(Circle.PUBLIC)
        || follows && circles.contains(Circle.FOLLOWERS)
        || followed && circles.contains(Circle.FOLLOWING);
  }
}
