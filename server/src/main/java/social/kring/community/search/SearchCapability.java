package social.kring.community.search;

import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.community.posts.PostCapability;
import social.kring.community.posts.PostWalk;

/** What keeps posts findable, put together. */
public final class SearchCapability {
  private SearchCapability() {}

  public static Capability of(Foundation base, PostCapability posts) {
    var indexer = new Indexer(new SearchTable(), posts.reading().posts());
    return Capability.named("search")
        .consuming(new PostIndexing(indexer))
        .working(new Backfill(new PostWalk(), indexer, base.database(), base.clock()));
  }
}
