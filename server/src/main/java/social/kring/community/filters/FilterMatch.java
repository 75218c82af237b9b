package social.kring.community.filters;

import java.util.List;

/**
 * A filter that matches a post.
 *
 * @param keywords those that were found in it
 * @param posts those among the filter's posts that it is
 */
public record FilterMatch(Filter filter, List<String> keywords, List<Long> posts) {

  boolean isNone() {
    return keywords.isEmpty() && posts.isEmpty();
  }
}
