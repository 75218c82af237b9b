package social.kring.community.relationships;

import java.util.List;

/**
 * What a follower wants of whom they follow.
 *
 * @param showsBoosts whether boosts come home too
 * @param notifies whether each post is a notification
 * @param languages BCP 47 tags of the posts that come home; empty: all
 */
public record FollowPreferences(boolean showsBoosts, boolean notifies, List<String> languages) {
  public static final FollowPreferences DEFAULT = new FollowPreferences(true, false, List.of());

  public FollowPreferences {
    languages = List.copyOf(languages);
  }
}
