package social.kring.community.posts;

/**
 * An entry of a list: a post, or a boost of it under an id of its own.
 *
 * @param id the entry's: what pages are asked by
 * @param post the post that is shown; equal to {@code id} unless it is a boost
 */
public record PostEntry(long id, long post) {

  public static PostEntry of(long post) {
    return new PostEntry(post, post);
  }

  public boolean isBoost() {
    return id != post;
  }
}
