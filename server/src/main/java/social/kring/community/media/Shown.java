package social.kring.community.media;

/**
 * An upload that a post is to show.
 *
 * @param caption what is not said in it stays as it is
 */
public record Shown(long id, Caption caption) {

  public static Shown asItIs(long id) {
    return new Shown(id, Caption.NONE);
  }
}
