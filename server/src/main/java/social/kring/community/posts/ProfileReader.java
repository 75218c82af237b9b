package social.kring.community.posts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;

/** Reads what an actor published. */
public final class ProfileReader {
  private final Tables tables;
  private final PostLists lists;

  ProfileReader(Tables tables, PostLists lists) {
    this.tables = tables;
    this.lists = lists;
  }

  /** Newest first. Whether the viewer may see the profile at all is for the caller to ask. */
  public List<PostEntry> page(
      Queries queries, long viewer, long author, ProfileFilter filter, PageRequest page) {
    return lists.byAuthor(queries, viewer, author, filter, page);
  }

  /** What an author shows off, the newest pin first. */
  public List<PostEntry> pinned(Queries queries, long viewer, long author) {
    return lists.pinned(queries, viewer, author);
  }

  /** By actor; who has published nothing is absent. */
  public Map<Long, PublishedCount> counts(Queries queries, Collection<Long> actors) {
    return tables.counts().of(queries, actors);
  }

  /** How much everyone here has published together, for everyone to see. */
  public long published(Queries queries) {
    return tables.counts().local(queries);
  }
}
