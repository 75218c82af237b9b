package social.kring.federation.actors;

import java.util.Optional;
import social.kring.federation.peers.Peers;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Actor;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.discovery.WebFinger;
import social.kring.protocol.url.FediUrl;

/** Keeps what actors elsewhere say of themselves. */
final class ActorKeeping {
  private final Database database;
  private final Actors actors;
  private final ForeignActors foreign;
  private final HandleClaims claims;
  private final Peers peers;

  ActorKeeping(
      Database database, Actors actors, ForeignActors foreign, HandleClaims claims, Peers peers) {
    this.database = database;
    this.actors = actors;
    this.foreign = foreign;
    this.claims = claims;
    this.peers = peers;
  }

  /**
   * @param heard what a host has just said about a handle of its own
   */
  ActorRow keep(Actor actor, Optional<WebFinger> heard) {
    return keep(actor, heard, Optional.empty());
  }

  /** As above, after the document of that key has led to the actor. */
  ActorRow keepOwner(Actor actor, FediUrl key) {
    return keep(actor, Optional.empty(), Optional.of(key));
  }

  /** In a transaction nobody else is asked: the actor goes by the handle that it had. */
  ActorRow keep(Transaction tx, Actor actor, Handle handle) {
    return keep(tx, actor, handle, Optional.empty());
  }

  private ActorRow keep(Actor actor, Optional<WebFinger> heard, Optional<FediUrl> key) {
    var known = actors.byUri(database, actor.uri()).map(ActorRow::handle);
    var handle = claims.of(actor, known, heard);
    peers.saw(database, actor.uri().origin().authority());
    return database.transaction(tx -> keep(tx, actor, handle, key));
  }

  private ActorRow keep(Transaction tx, Actor actor, Handle handle, Optional<FediUrl> key) {
    var row = foreign.read(actor, handle);
    return actors.keepRemote(tx, row, actor.tree(), ForeignKeys.of(actor, key), key);
  }
}
