package social.kring.door.mastodon.composing;

import java.util.List;
import java.util.Map;
import social.kring.community.filters.ActiveFilters;

/**
 * What a viewer brings to a page.
 *
 * @param viewer the actor's id; 0 is the public
 * @param choices in polls, by post
 */
record Viewing(long viewer, ActiveFilters filters, Map<Long, List<Integer>> choices) {

  List<Integer> votes(long post) {
    return choices.getOrDefault(post, List.of());
  }
}
