package social.kring.door.mastodon.composing;

import java.util.List;
import java.util.Map;
import social.kring.community.filters.ActiveFilters;

/**
 * What a viewer brings to a page.
 *
 * @param viewer the actor's id; 0 is the public
 * @param choices in polls, by post
 * @param quoted what the page quotes, as far as the viewer may see it
 */
record Viewing(
    long viewer, ActiveFilters filters, Map<Long, List<Integer>> choices, Quoted quoted) {

  List<Integer> votes(long post) {
    return choices.getOrDefault(post, List.of());
  }
}
