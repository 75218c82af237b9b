package social.kring.community.filters;

import java.time.Instant;
import java.util.List;

/**
 * A filter with all that it looks for.
 *
 * @param owner the id of whoever made it
 */
public record Filter(
    long id, long owner, FilterTerms terms, List<Keyword> keywords, List<FilteredPost> posts) {

  public Filter {
    keywords = List.copyOf(keywords);
    posts = List.copyOf(posts);
  }

  boolean inForce(Instant now) {
    return terms.expiresAt().filter(end -> !end.isAfter(now)).isEmpty();
  }

  Filter with(FilterTerms changed) {
    return new Filter(id, owner, changed, keywords, posts);
  }
}
