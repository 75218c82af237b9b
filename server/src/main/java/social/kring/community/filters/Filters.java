package social.kring.community.filters;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** What people do not want to read. Each filter is known to its owner alone. */
public final class Filters {
  private static final int MOST_FILTERS = 100;
  private static final int MOST_KEYWORDS = 200;
  private static final int MOST_POSTS = 200;

  /** As many as take all keywords away and put others in their place. */
  private static final int MOST_CHANGES = 2 * MOST_KEYWORDS;

  private final KeywordTable keywords = new KeywordTable();
  private final FilteredPostTable posts = new FilteredPostTable();
  private final FilterTable filters = new FilterTable(keywords, posts);
  private final FilterCache cache;
  private final PostWords words = new PostWords();
  private final Foundation base;

  public Filters(Foundation base) {
    this.base = base;
    this.cache = new FilterCache(base.clock());
  }

  public Capability capability() {
    return Capability.named("filters").consuming(new FilterForgetting(filters));
  }

  /** All filters of somebody, in the order in which they were made. */
  public List<Filter> of(Queries queries, long owner) {
    return filters.of(queries, owner, MOST_FILTERS);
  }

  /**
   * @throws Problem NOT_FOUND where the owner has no such filter
   */
  public Filter require(Queries queries, long owner, long id) {
    return filters.find(queries, owner, id).orElseThrow(Filters::nothing);
  }

  /** Which of these readers have any filter, so that what they read may show it. */
  public Set<Long> owners(Queries queries, Collection<Long> readers) {
    return filters.owners(queries, readers);
  }

  /** Ready to be matched with what somebody reads; 0 is the public, which has none. */
  public ActiveFilters active(Queries queries, long reader) {
    return cache.of(reader, () -> new ActiveFilters(own(queries, reader), words, base.clock()));
  }

  private List<Filter> own(Queries queries, long reader) {
    return reader == 0 ? List.of() : of(queries, reader);
  }

  /**
   * @throws Problem INVALID for terms or keywords that cannot be, or too many
   */
  public Filter create(Transaction tx, long owner, FilterTerms terms, List<KeywordChange> changes) {
    var filter = new Filter(base.ids().next(), owner, terms, List.of(), List.of());
    if (!filters.insert(tx, filter, MOST_FILTERS)) {
      throw Problem.invalid("Validation failed: nobody has more than " + MOST_FILTERS + " filters");
    }
    return changed(tx, filter, changes);
  }

  /**
   * @throws Problem INVALID as above, NOT_FOUND for a keyword that the filter does not have
   */
  public Filter change(
      Transaction tx, Filter filter, FilterTerms terms, List<KeywordChange> changes) {
    filters.update(tx, filter.with(terms));
    return changed(tx, filter, changes);
  }

  private Filter changed(Transaction tx, Filter filter, List<KeywordChange> changes) {
    if (changes.size() > MOST_CHANGES) {
      throw Problem.invalid(
          "Validation failed: keywords_attributes has more than " + MOST_CHANGES + " entries");
    }
    changes.forEach(change -> apply(tx, filter, change));
    checkKeywords(tx, filter.owner());
    tell(tx, filter.owner());
    return require(tx, filter.owner(), filter.id());
  }

  private void apply(Transaction tx, Filter filter, KeywordChange change) {
    if (change.id().isEmpty()) {
      if (!change.deletes()) keywords.upsert(tx, fresh(filter, change));
      return;
    }
    var before =
        filter.keywords().stream()
            .filter(each -> each.id() == change.id().get())
            .findFirst()
            .orElseThrow(Filters::nothing);
    if (change.deletes()) {
      keywords.delete(tx, before.id());
    } else {
      keywords.upsert(tx, merged(before, change));
    }
  }

  private Keyword fresh(Filter filter, KeywordChange change) {
    return new Keyword(
        base.ids().next(), filter.id(), change.text().orElse(""), change.wholeWord().orElse(true));
  }

  private static Keyword merged(Keyword before, KeywordChange change) {
    return new Keyword(
        before.id(),
        before.filter(),
        change.text().orElse(before.text()),
        change.wholeWord().orElse(before.wholeWord()));
  }

  public void delete(Transaction tx, Filter filter) {
    filters.delete(tx, filter.id());
    tell(tx, filter.owner());
  }

  /**
   * @throws Problem NOT_FOUND where the owner has no such keyword
   */
  public Keyword requireKeyword(Queries queries, long owner, long id) {
    return keywords.find(queries, owner, id).orElseThrow(Filters::nothing);
  }

  /**
   * @throws Problem INVALID for a keyword that cannot be, or too many
   */
  public Keyword addKeyword(Transaction tx, Filter filter, KeywordChange change) {
    var keyword = fresh(filter, change);
    keywords.upsert(tx, keyword);
    checkKeywords(tx, filter.owner());
    tell(tx, filter.owner());
    return keyword;
  }

  public Keyword changeKeyword(Transaction tx, long owner, Keyword before, KeywordChange change) {
    var keyword = merged(before, change);
    keywords.upsert(tx, keyword);
    tell(tx, owner);
    return keyword;
  }

  public void deleteKeyword(Transaction tx, long owner, Keyword keyword) {
    keywords.delete(tx, keyword.id());
    tell(tx, owner);
  }

  /**
   * @throws Problem NOT_FOUND where the owner has no such entry
   */
  public FilteredPost requirePost(Queries queries, long owner, long id) {
    return posts.find(queries, owner, id).orElseThrow(Filters::nothing);
  }

  /**
   * @param post that the owner may see
   * @throws Problem INVALID where there are too many
   */
  public FilteredPost addPost(Transaction tx, Filter filter, long post) {
    if (filter.posts().size() >= MOST_POSTS) {
      throw Problem.invalid("Validation failed: a filter has at most " + MOST_POSTS + " posts");
    }
    var added = posts.insert(tx, new FilteredPost(base.ids().next(), filter.id(), post));
    tell(tx, filter.owner());
    return added;
  }

  public void deletePost(Transaction tx, long owner, FilteredPost post) {
    posts.delete(tx, post.id());
    tell(tx, owner);
  }

  private void checkKeywords(Transaction tx, long owner) {
    if (keywords.countOf(tx, owner) > MOST_KEYWORDS) {
      throw Problem.invalid(
          "Validation failed: nobody has more than " + MOST_KEYWORDS + " keywords");
    }
  }

  /** Apps of the owner that are open ask again. */
  private void tell(Transaction tx, long owner) {
    base.events().record(tx, Happening.here("filters.changed", owner, Tree.builder().build()));
    tx.afterCommit(() -> cache.drop(owner));
  }

  private static Problem nothing() {
    return Problem.notFound("Record not found");
  }
}
