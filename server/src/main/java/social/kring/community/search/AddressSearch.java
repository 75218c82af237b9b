package social.kring.community.search;

import java.util.Optional;
import java.util.function.Supplier;
import social.kring.community.posts.Abroad;
import social.kring.community.posts.FoundPosts;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.PostFinder;
import social.kring.community.search.SearchQuery.Kind;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;
import social.kring.protocol.url.FediUrl;

/** Finds what lies at an address, here first. */
final class AddressSearch {
  private final Database database;
  private final Actors actors;
  private final PostFinder finder;
  private final FoundPosts found;
  private final Abroad abroad;
  private final Domains domains;

  AddressSearch(
      Database database,
      Actors actors,
      PostFinder finder,
      FoundPosts found,
      Abroad abroad,
      Domains domains) {
    this.database = database;
    this.actors = actors;
    this.finder = finder;
    this.found = found;
    this.abroad = abroad;
    this.domains = domains;
  }

  SearchResult find(SearchQuery query, FediUrl address) {
    var known = known(query, address);
    return known.isEmpty() && query.resolve() && !domains.serves(address)
        ? elsewhere(query, address)
        : known;
  }

  private SearchResult known(SearchQuery query, FediUrl address) {
    return result(
        query,
        finder.byAddress(database, query.viewer(), address),
        () -> actors.byUri(database, address).or(() -> actors.byPage(database, address)));
  }

  /** A post is what people look for most by its address. */
  private SearchResult elsewhere(SearchQuery query, FediUrl address) {
    var post =
        query.wants(Kind.POSTS)
            ? found.find(address).flatMap(id -> finder.entry(database, query.viewer(), id))
            : Optional.<PostEntry>empty();
    return result(query, post, () -> abroad.actor(address));
  }

  private static SearchResult result(
      SearchQuery query, Optional<PostEntry> post, Supplier<Optional<ActorRow>> actor) {
    if (post.isPresent()) {
      return query.wants(Kind.POSTS) ? SearchResult.post(post.get()) : SearchResult.NOTHING;
    }
    return query.wants(Kind.ACCOUNTS)
        ? actor.get().map(SearchResult::account).orElse(SearchResult.NOTHING)
        : SearchResult.NOTHING;
  }
}
