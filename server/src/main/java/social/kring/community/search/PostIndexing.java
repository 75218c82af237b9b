package social.kring.community.search;

import java.util.List;
import java.util.Set;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.storage.Transaction;

/** Indexes posts a batch at a time after they came, so that nothing that comes in waits for it. */
final class PostIndexing implements EventConsumer {
  private final Indexer indexer;

  PostIndexing(Indexer indexer) {
    this.indexer = indexer;
  }

  @Override
  public String name() {
    return "search.posts";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "post.created",
        "post.found",
        "post.edited",
        "post.deleted",
        "post.favourited",
        "post.boosted",
        "post.bookmarked");
  }

  @Override
  public void consume(List<Event> events, Transaction tx) {
    indexer.index(tx, events.stream().map(Event::subject).distinct().toList());
  }
}
