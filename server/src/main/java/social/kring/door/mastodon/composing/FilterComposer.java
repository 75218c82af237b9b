package social.kring.door.mastodon.composing;

import java.util.List;
import java.util.Optional;
import social.kring.community.filters.FilterAction;
import social.kring.community.filters.FilterContext;
import social.kring.community.filters.FilterMatch;
import social.kring.community.filters.FilteredPost;
import social.kring.community.filters.Keyword;
import social.kring.door.mastodon.entities.Filter;
import social.kring.door.mastodon.entities.Filter.FilterKeyword;
import social.kring.door.mastodon.entities.Filter.FilterResult;
import social.kring.door.mastodon.entities.Filter.FilterStatus;
import social.kring.door.mastodon.entities.OldFilter;

/** Composes filters, for those who made them and beside what they match. */
public final class FilterComposer {
  private FilterComposer() {}

  public static Filter whole(social.kring.community.filters.Filter filter) {
    return filter(
        filter,
        Optional.of(filter.keywords().stream().map(FilterComposer::keyword).toList()),
        Optional.of(filter.posts().stream().map(FilterComposer::post).toList()));
  }

  public static FilterKeyword keyword(Keyword keyword) {
    return new FilterKeyword(Long.toString(keyword.id()), keyword.text(), keyword.wholeWord());
  }

  public static FilterStatus post(FilteredPost post) {
    return new FilterStatus(Long.toString(post.id()), Long.toString(post.post()));
  }

  /** A filter of version 1 is one keyword of it. */
  public static OldFilter old(social.kring.community.filters.Filter filter, Keyword keyword) {
    var terms = filter.terms();
    return new OldFilter(
        Long.toString(keyword.id()),
        keyword.text(),
        terms.contexts().stream().map(FilterContext::text).toList(),
        terms.expiresAt(),
        terms.action() == FilterAction.HIDE,
        keyword.wholeWord());
  }

  static FilterResult result(FilterMatch match) {
    return new FilterResult(
        filter(match.filter(), Optional.empty(), Optional.empty()),
        Optional.of(match.keywords()).filter(keywords -> !keywords.isEmpty()),
        Optional.of(match.posts().stream().map(id -> Long.toString(id)).toList())
            .filter(posts -> !posts.isEmpty()));
  }

  private static Filter filter(
      social.kring.community.filters.Filter filter,
      Optional<List<FilterKeyword>> keywords,
      Optional<List<FilterStatus>> statuses) {
    var terms = filter.terms();
    return new Filter(
        Long.toString(filter.id()),
        terms.title(),
        terms.contexts().stream().map(FilterContext::text).toList(),
        terms.expiresAt(),
        terms.action().text(),
        keywords,
        statuses);
  }
}
