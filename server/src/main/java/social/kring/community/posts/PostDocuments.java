package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import social.kring.community.DocumentSource;
import social.kring.community.Reader;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Database;
import social.kring.protocol.url.FediUrl;

/**
 * Posts of this node and the activities that published or boosted them, at their addresses; posts
 * at those of their pages, too, since one address serves both.
 */
final class PostDocuments implements DocumentSource {
  private final Database database;
  private final Actors actors;
  private final Tables tables;
  private final PostLists lists;
  private final PostActivities activities;

  PostDocuments(
      Database database, Actors actors, Tables tables, PostLists lists, PostActivities activities) {
    this.database = database;
    this.actors = actors;
    this.tables = tables;
    this.lists = lists;
    this.activities = activities;
  }

  @Override
  public Optional<Served> find(FediUrl id, Reader reader) {
    var viewer = reader.actor().orElse(0L);
    return post(id, viewer).or(() -> create(id, viewer)).or(() -> announce(id, viewer));
  }

  private Optional<Served> post(FediUrl id, long viewer) {
    return tables
        .posts()
        .byUri(database, id)
        .or(() -> tables.posts().byPage(database, id))
        .filter(PostRow::local)
        .flatMap(post -> post.deleted() ? tombstone(post) : note(post, viewer));
  }

  private Optional<Served> note(PostRow post, long viewer) {
    return shown(post, viewer)
        .map(row -> activities.note(database, row))
        .map(note -> new Served(note, Optional.of(post.addresses().page()), false));
  }

  /** That a private post was there is as private as the post. */
  private static Optional<Served> tombstone(PostRow post) {
    return Optional.of(post)
        .filter(PostRow::open)
        .map(row -> PostDocument.tombstone(row).with("@context", PostDocument.CONTEXT))
        .map(document -> new Served(document, Optional.empty(), true));
  }

  private Optional<Served> create(FediUrl id, long viewer) {
    return tables
        .posts()
        .byCreate(database, id)
        .flatMap(post -> shown(post, viewer))
        .map(
            post ->
                new Served(
                    activities.create(database, post),
                    Optional.of(post.addresses().page()),
                    false));
  }

  private Optional<Served> announce(FediUrl id, long viewer) {
    return tables
        .boosts()
        .byUri(database, id)
        .filter(boost -> !lists.visible(database, viewer, List.of(boost.id())).isEmpty())
        .filter(boost -> actors.byId(database, boost.booster()).filter(a -> a.local()).isPresent())
        .flatMap(boost -> activities.announce(database, boost))
        .map(document -> new Served(document, Optional.empty(), false));
  }

  private Optional<PostRow> shown(PostRow post, long viewer) {
    return tables.posts().visible(database, viewer, post.id());
  }
}
