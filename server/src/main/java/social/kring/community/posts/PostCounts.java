package social.kring.community.posts;

/** How many answered, favoured and boosted a post, as far as is known here. */
public record PostCounts(long replies, long favourites, long boosts) {
  public static final PostCounts NONE = new PostCounts(0, 0, 0);
}
