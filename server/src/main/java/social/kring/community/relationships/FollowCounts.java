package social.kring.community.relationships;

/** How many follow an actor and how many it follows, as known on this node. */
public record FollowCounts(long followers, long following) {
  public static final FollowCounts NONE = new FollowCounts(0, 0);
}
