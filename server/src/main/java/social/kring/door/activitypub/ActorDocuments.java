package social.kring.door.activitypub;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import social.kring.community.people.PersonDocuments;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Database;
import social.kring.protocol.url.FediUrl;

/**
 * The actors of this node at their ids and pages, and at the ids of their keys, since those need
 * not be fragments: whoever fetches a key gets the whole actor and finds it there.
 */
final class ActorDocuments {
  private final Actors actors;
  private final PersonDocuments documents;
  private final Database database;
  private final HotAnswers hot;

  ActorDocuments(Actors actors, PersonDocuments documents, Database database, HotAnswers hot) {
    this.actors = actors;
    this.documents = documents;
    this.database = database;
    this.hot = hot;
  }

  /** What everyone may see. */
  Optional<ShownActor> find(FediUrl address) {
    return hot.actors().get(address, () -> actors.byAddress(database, address).map(this::shown));
  }

  private ShownActor shown(ActorRow actor) {
    var gone = actor.standing().deletedAt().isPresent();
    var body = Buffer.buffer(documents.of(database, actor).toBytes());
    var page = Optional.of(actor.addresses().page()).filter(url -> !gone);
    return new ShownActor(actor, new Rendered(body, page, gone));
  }
}
