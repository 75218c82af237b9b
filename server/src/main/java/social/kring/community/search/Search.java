package social.kring.community.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import social.kring.community.Foundation;
import social.kring.community.posts.Abroad;
import social.kring.community.posts.PostCapability;
import social.kring.community.posts.TagReader;
import social.kring.community.relationships.RelationshipReader;
import social.kring.community.search.SearchQuery.Kind;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;
import social.kring.protocol.url.FediUrl;

/** Finds people, posts and hashtags. Not inside of a transaction: peers may take their time. */
public final class Search {
  private static final int LONGEST = 2_048;

  private final Database database;
  private final AccountSearch accounts;
  private final AddressSearch addresses;
  private final PostSearch posts;
  private final TagReader tags;

  private Search(
      Database database,
      AccountSearch accounts,
      AddressSearch addresses,
      PostSearch posts,
      TagReader tags) {
    this.database = database;
    this.accounts = accounts;
    this.addresses = addresses;
    this.posts = posts;
    this.tags = tags;
  }

  public static Search on(
      Foundation base,
      Domains domains,
      RelationshipReader relationships,
      PostCapability posts,
      Abroad abroad) {
    return new Search(
        base.database(),
        new AccountSearch(base.database(), base.actors(), relationships, abroad, domains),
        new AddressSearch(
            base.database(),
            base.actors(),
            posts.reading().finder(),
            posts.found(),
            abroad,
            domains),
        new PostSearch(base.database(), base.actors(), domains),
        posts.reading().tags());
  }

  public SearchResult find(SearchQuery query) {
    if (query.text().isEmpty() || query.text().length() > LONGEST) return SearchResult.NOTHING;
    return address(query.text())
        .map(address -> addresses.find(query, address))
        .orElseGet(() -> byName(query));
  }

  private SearchResult byName(SearchQuery query) {
    return new SearchResult(
        query.wants(Kind.ACCOUNTS) && !query.text().startsWith("#")
            ? accounts.find(query)
            : List.of(),
        query.wants(Kind.POSTS) && !query.text().startsWith("@") ? posts.find(query) : List.of(),
        query.wants(Kind.TAGS) ? tags(query) : List.of());
  }

  private List<String> tags(SearchQuery query) {
    var name = query.text().replaceFirst("^#", "");
    return name.isEmpty() || name.contains("@")
        ? List.of()
        : tags.beginning(database, name, query.range().end()).stream()
            .skip(query.range().offset())
            .toList();
  }

  private static Optional<FediUrl> address(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://")
        ? FediUrl.tryParse(text)
        : Optional.empty();
  }
}
