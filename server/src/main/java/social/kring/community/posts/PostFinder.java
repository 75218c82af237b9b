package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** Finds posts for somebody: what a viewer may not see is as absent as what does not exist. */
public final class PostFinder {
  private final Tables tables;
  private final PostLists lists;

  PostFinder(Tables tables, PostLists lists) {
    this.tables = tables;
    this.lists = lists;
  }

  /**
   * A post or a boost.
   *
   * @param viewer the actor's id; 0 is the public
   */
  public Optional<PostEntry> entry(Queries queries, long viewer, long id) {
    return lists.visible(queries, viewer, List.of(id)).stream().findFirst();
  }

  /** Which of these posts and boosts a viewer may see, in their order. */
  public List<PostEntry> entries(Queries queries, long viewer, List<Long> ids) {
    return lists.visible(queries, viewer, ids);
  }

  /**
   * The post behind an id, be it its own or that of a boost.
   *
   * @throws Problem NOT_FOUND where there is none for this viewer
   */
  public PostRow require(Queries queries, long viewer, long id) {
    return entry(queries, viewer, id)
        .flatMap(entry -> tables.posts().visible(queries, viewer, entry.post()))
        .orElseThrow(() -> Problem.notFound("Record not found"));
  }

  /** By its id in the fediverse or the page where people read it. */
  public Optional<PostEntry> byAddress(Queries queries, long viewer, FediUrl address) {
    return tables
        .posts()
        .byUri(queries, address)
        .or(() -> tables.posts().byPage(queries, address))
        .flatMap(post -> entry(queries, viewer, post.id()));
  }
}
