package social.kring.community.relationships;

import java.util.List;
import java.util.Optional;
import social.kring.community.CollectionPage;
import social.kring.community.DocumentSource;
import social.kring.community.PageRequest;
import social.kring.community.Reader;
import social.kring.federation.actors.ActorCollection;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Queries;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * The collections {@code followers} and {@code following} of local actors, at their stored
 * addresses: totals always, members unless their owner hides them. ActivityPub §5.3, §5.4.
 */
final class FollowCollections implements DocumentSource {
  private static final int PAGE = 40;

  private final Actors actors;
  private final RelationshipReader reader;
  private final Queries queries;

  FollowCollections(Actors actors, RelationshipReader reader, Queries queries) {
    this.actors = actors;
    this.reader = reader;
    this.queries = queries;
  }

  @Override
  public Optional<Served> find(FediUrl id, Reader asking) {
    var asked = CollectionPage.asked(id);
    return side(asked.collection())
        .filter(side -> side.owner().standing().active())
        .filter(side -> !reader.blocked(queries, asking, side.owner()))
        .flatMap(side -> asked.isPage() ? page(side, asked) : Optional.of(whole(side, asked)))
        .map(document -> new Served(document, Optional.empty(), false));
  }

  /** One of an actor's two collections. */
  private record Side(ActorRow owner, boolean followers) {}

  private Optional<Side> side(FediUrl collection) {
    return actors
        .byCollection(queries, ActorCollection.FOLLOWERS, collection)
        .map(owner -> new Side(owner, true))
        .or(
            () ->
                actors
                    .byCollection(queries, ActorCollection.FOLLOWING, collection)
                    .map(owner -> new Side(owner, false)));
  }

  private Tree whole(Side side, CollectionPage asked) {
    var counts = counts(side.owner());
    return asked.collection(
        side.followers() ? counts.followers() : counts.following(), !hidden(side));
  }

  private Optional<Tree> page(Side side, CollectionPage asked) {
    if (hidden(side)) {
      return Optional.empty();
    }
    var request = PageRequest.olderThan(asked.before(), PAGE);
    var edges =
        side.followers()
            ? reader.followers(queries, side.owner().id(), request)
            : reader.following(queries, side.owner().id(), request);
    var next = edges.size() < PAGE ? Optional.<Long>empty() : Optional.of(edges.getLast().id());
    return Optional.of(asked.page(uris(edges), next));
  }

  private List<FediUrl> uris(List<Edge> edges) {
    return actors.byIds(queries, edges.stream().map(Edge::actor).toList()).stream()
        .filter(actor -> actor.standing().active())
        .map(ActorRow::uri)
        .toList();
  }

  private FollowCounts counts(ActorRow owner) {
    return reader.counts(queries, List.of(owner.id())).getOrDefault(owner.id(), FollowCounts.NONE);
  }

  private static boolean hidden(Side side) {
    return side.owner().standing().choices().hidesCollections();
  }
}
