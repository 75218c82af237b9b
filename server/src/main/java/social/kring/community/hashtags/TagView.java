package social.kring.community.hashtags;

import java.util.List;

/**
 * A hashtag with what a viewer has to do with it.
 *
 * @param history of seven days, today first
 */
public record TagView(String name, List<TagUse> history, boolean followed, boolean featured) {

  public TagView {
    history = List.copyOf(history);
  }
}
