package social.kring.community.posts;

import java.time.Clock;
import java.util.Set;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Authority;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Delete;
import social.kring.protocol.url.FediUrl;

/**
 * Somebody elsewhere deleted a post. One that is not here yet will not come in any more: the order
 * of arrival does not matter. ActivityPub §7.4.
 */
final class DeleteHandler implements ActivityHandler<Delete> {
  private final Actors actors;
  private final Tables tables;
  private final Publishing publishing;
  private final Clock clock;

  DeleteHandler(Actors actors, Tables tables, Publishing publishing, Clock clock) {
    this.actors = actors;
    this.tables = tables;
    this.publishing = publishing;
    this.clock = clock;
  }

  @Override
  public Class<Delete> activity() {
    return Delete.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.POST, ObjectKind.UNKNOWN);
  }

  @Override
  public Authority authority(Received<Delete> received) {
    return received.signedOrProvenBy(received.activity().actor());
  }

  @Override
  public Outcome handle(Received<Delete> received, Fetched fetched, Transaction tx) {
    var delete = received.activity();
    var uri = delete.object().id();
    var actor = actors.byUri(tx, delete.actor());
    if (uri.isEmpty() || actor.isEmpty()) return Outcome.done();
    return delete(tx, actor.get(), uri.get());
  }

  private Outcome delete(Transaction tx, ActorRow actor, FediUrl uri) {
    var post = tables.posts().lockByUri(tx, uri);
    if (post.isEmpty()) return forestall(tx, actor, uri);
    if (post.get().local() || post.get().author() != actor.id()) {
      return Outcome.refused(actor.uri() + " did not write " + uri);
    }
    if (!post.get().deleted()) publishing.delete(tx, post.get());
    return Outcome.done();
  }

  private Outcome forestall(Transaction tx, ActorRow actor, FediUrl uri) {
    if (!uri.sameOrigin(actor.uri())) {
      return Outcome.refused(uri + " does not lie where " + actor.uri() + " lies");
    }
    tables.tombstones().insert(tx, actor.id(), uri, clock.instant());
    return Outcome.done();
  }
}
