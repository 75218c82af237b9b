package social.kring.community.posts;

/** How many answered, favoured, boosted and quoted a post, as far as is known here. */
public record PostCounts(long replies, long favourites, long boosts, long quotes) {
  public static final PostCounts NONE = new PostCounts(0, 0, 0, 0);

  public PostCounts(long replies, long favourites, long boosts) {
    this(replies, favourites, boosts, 0);
  }
}
