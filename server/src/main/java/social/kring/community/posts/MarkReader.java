package social.kring.community.posts;

import java.util.Collection;
import social.kring.platform.storage.Queries;

/** Reads what is laid over posts for one viewer. */
public final class MarkReader {
  private final Tables tables;

  MarkReader(Tables tables) {
    this.tables = tables;
  }

  /** Two queries, however many posts. */
  public Marks of(Queries queries, long viewer, Collection<Long> posts) {
    if (posts.isEmpty()) return Marks.NONE;
    return new Marks(
        tables.favourites().among(queries, viewer, posts),
        tables.boosts().among(queries, viewer, posts));
  }
}
