package social.kring.community.posts;

import java.util.List;
import java.util.stream.Stream;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;

/** Reads who favoured and boosted a post, and what it said before. The caller checks who may. */
public final class ReactionReader {
  private final Tables tables;

  ReactionReader(Tables tables) {
    this.tables = tables;
  }

  public List<Reaction> favourites(Queries queries, long post, PageRequest page) {
    return tables.favourites().of(queries, post, page);
  }

  /** What somebody favours, as far as she may still see it. */
  public List<Favoured> favouredBy(Queries queries, long actor, PageRequest page) {
    return tables.favourites().by(queries, actor, page);
  }

  public List<Reaction> boosts(Queries queries, long post, PageRequest page) {
    return tables.boosts().of(queries, post, page);
  }

  /** All versions of a post, the first one first, what it says now last. */
  public List<Version> history(Queries queries, PostRow post) {
    var before = tables.edits().of(queries, post.id()).stream();
    var now = new Version(post.body(), post.state().edited().orElse(post.state().published()));
    return Stream.concat(before, Stream.of(now)).toList();
  }
}
