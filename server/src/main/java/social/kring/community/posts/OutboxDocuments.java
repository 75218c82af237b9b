package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import social.kring.community.CollectionPage;
import social.kring.community.DocumentSource;
import social.kring.community.PageRequest;
import social.kring.community.Reader;
import social.kring.federation.actors.ActorCollection;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * The outboxes and featured collections of local actors, at their stored addresses, as the reader
 * may see them. ActivityPub §5.1.
 */
final class OutboxDocuments implements DocumentSource {
  private static final int PAGE = 20;

  private final Database database;
  private final Actors actors;
  private final Tables tables;
  private final PostLists lists;
  private final PostActivities activities;

  OutboxDocuments(
      Database database, Actors actors, Tables tables, PostLists lists, PostActivities activities) {
    this.database = database;
    this.actors = actors;
    this.tables = tables;
    this.lists = lists;
    this.activities = activities;
  }

  @Override
  public Optional<Served> find(FediUrl id, Reader reader) {
    var page = CollectionPage.asked(id);
    var viewer = reader.actor().orElse(0L);
    return owner(ActorCollection.OUTBOX, page.collection(), viewer)
        .map(owner -> page.isPage() ? page(page, owner, viewer) : whole(page, owner))
        .or(
            () ->
                owner(ActorCollection.FEATURED, id, viewer)
                    .map(owner -> featured(page, owner, viewer)))
        .map(document -> new Served(document, Optional.empty(), false));
  }

  private Optional<ActorRow> owner(ActorCollection collection, FediUrl address, long viewer) {
    return actors
        .byCollection(database, collection, address)
        .filter(actor -> actor.standing().active())
        .filter(actor -> !lists.hidden(database, viewer, actor.id()));
  }

  private Tree whole(CollectionPage page, ActorRow owner) {
    var count =
        tables
            .counts()
            .of(database, List.of(owner.id()))
            .getOrDefault(owner.id(), PublishedCount.NONE);
    return page.collection(count.posts(), true);
  }

  private Tree page(CollectionPage page, ActorRow owner, long viewer) {
    var request = PageRequest.olderThan(page.before(), PAGE);
    var entries = lists.byAuthor(database, viewer, owner.id(), ProfileFilter.ALL, request);
    var next = entries.size() < PAGE ? Optional.<Long>empty() : Optional.of(entries.getLast().id());
    return page.page(activities.activities(database, entries), next);
  }

  /** Whole posts rather than their addresses, so that a profile takes one request. */
  private Tree featured(CollectionPage page, ActorRow owner, long viewer) {
    var ids = lists.pinned(database, viewer, owner.id()).stream().map(PostEntry::post).toList();
    var notes =
        tables.posts().byIds(database, ids).stream()
            .sorted(java.util.Comparator.comparing(post -> ids.indexOf(post.id())))
            .map(post -> activities.note(database, post))
            .toList();
    return page.collection(notes.size(), false).with("orderedItems", notes);
  }
}
