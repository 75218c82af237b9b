package social.kring.community.search;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import social.kring.community.posts.EntryView;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.PostReader;
import social.kring.community.posts.PostView;
import social.kring.community.search.SearchTable.Entry;
import social.kring.community.search.SearchTable.Findable;
import social.kring.platform.storage.Transaction;

/** Keeps what can be found of posts. Posts that nobody here may find take no room. */
final class Indexer {
  private final SearchTable table;
  private final PostReader posts;

  Indexer(SearchTable table, PostReader posts) {
    this.table = table;
    this.posts = posts;
  }

  /** Indexes posts as they are now, or forgets them. */
  void index(Transaction tx, Collection<Long> ids) {
    if (ids.isEmpty()) return;
    var people =
        table.findable(tx, ids).stream().collect(Collectors.toMap(Findable::post, each -> each));
    var shown = posts.read(tx, people.keySet().stream().map(PostEntry::of).toList());
    var entries = shown.stream().map(EntryView::post).map(view -> entry(view, people)).toList();
    table.put(tx, entries);
    var kept = entries.stream().map(Entry::post).collect(Collectors.toSet());
    table.delete(tx, ids.stream().filter(id -> !kept.contains(id)).toList());
  }

  private static Entry entry(PostView view, java.util.Map<Long, Findable> people) {
    var post = view.post();
    return new Entry(
        post.id(),
        post.body().text().language().orElse(""),
        Words.of(post.body()),
        Marks.of(view, people.get(post.id()).people()));
  }

  void forget(Transaction tx, List<Long> ids) {
    table.delete(tx, ids);
  }
}
