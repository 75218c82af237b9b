package social.kring.community.posts;

import java.util.Optional;
import social.kring.community.CollectionPage;
import social.kring.community.DocumentSource;
import social.kring.community.Reader;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * The lists that hang on posts of this node: answers by address, of likes and shares the totals
 * alone. Private answers are neither listed nor counted for those who may not see them.
 */
final class PostCollections implements DocumentSource {
  private static final int PAGE = 40;
  private static final String CONTEXT = "https://www.w3.org/ns/activitystreams";

  private final Database database;
  private final Tables tables;
  private final PostLists lists;

  PostCollections(Database database, Tables tables, PostLists lists) {
    this.database = database;
    this.tables = tables;
    this.lists = lists;
  }

  @Override
  public Optional<Served> find(FediUrl id, Reader reader) {
    var page = CollectionPage.asked(id);
    var viewer = reader.actor().orElse(0L);
    return PostCollection.asked(page.collection())
        .flatMap(
            asked ->
                tables
                    .posts()
                    .visible(database, viewer, asked.post())
                    .filter(PostRow::local)
                    .flatMap(post -> document(asked.collection(), page, post, viewer)))
        .map(document -> new Served(document, Optional.empty(), false));
  }

  private Optional<Tree> document(
      PostCollection collection, CollectionPage page, PostRow post, long viewer) {
    var counts = post.state().counts();
    return switch (collection) {
      case REPLIES ->
          Optional.of(page.isPage() ? replies(page, post, viewer) : whole(page, counts.replies()));
      case LIKES -> totals(page, counts.favourites());
      case SHARES -> totals(page, counts.boosts());
    };
  }

  private static Tree whole(CollectionPage page, long total) {
    return page.collection(total, true).with("type", "Collection");
  }

  private static Optional<Tree> totals(CollectionPage page, long total) {
    if (page.isPage()) return Optional.empty();
    return Optional.of(
        Tree.builder()
            .put("@context", CONTEXT)
            .put("id", page.collection())
            .put("type", "Collection")
            .put("totalItems", total)
            .build());
  }

  /** The oldest answers first, so that a page once full stays as it is. */
  private Tree replies(CollectionPage page, PostRow post, long viewer) {
    var after = page.before() == Long.MAX_VALUE ? 0 : page.before();
    var entries = lists.replies(database, viewer, post.id(), after, PAGE);
    var uris =
        tables.posts().byIds(database, entries.stream().map(PostEntry::post).toList()).stream()
            .sorted(java.util.Comparator.comparingLong(PostRow::id))
            .map(PostRow::uri)
            .toList();
    var next = entries.size() < PAGE ? Optional.<Long>empty() : Optional.of(entries.getLast().id());
    return page.page(uris, next)
        .with("type", "CollectionPage")
        .without("orderedItems")
        .with("items", uris);
  }
}
