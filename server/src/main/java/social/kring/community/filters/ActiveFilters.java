package social.kring.community.filters;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import social.kring.community.posts.PostRow;

/** Somebody's filters, made ready to be matched with many posts. */
public final class ActiveFilters {
  private final List<Ready> filters;
  private final PostWords words;
  private final Clock clock;

  private record Ready(Filter filter, List<Phrase> phrases, Set<Long> posts) {

    static Ready of(Filter filter) {
      return new Ready(
          filter,
          filter.keywords().stream().map(Phrase::of).toList(),
          filter.posts().stream().map(FilteredPost::post).collect(Collectors.toUnmodifiableSet()));
    }

    FilterMatch match(PostRow post, String text) {
      return new FilterMatch(
          filter,
          phrases.stream().filter(phrase -> phrase.isIn(text)).map(Phrase::shown).toList(),
          posts.contains(post.id()) ? List.of(post.id()) : List.of());
    }
  }

  ActiveFilters(List<Filter> filters, PostWords words, Clock clock) {
    this.filters = filters.stream().map(Ready::of).toList();
    this.words = words;
    this.clock = clock;
  }

  /** All that match and have not expired. */
  public List<FilterMatch> matching(PostRow post) {
    var now = clock.instant();
    var inForce = filters.stream().filter(each -> each.filter().inForce(now)).toList();
    if (inForce.isEmpty()) return List.of();
    var text = Phrase.fold(words.of(post));
    return inForce.stream()
        .map(each -> each.match(post, text))
        .filter(match -> !match.isNone())
        .toList();
  }
}
