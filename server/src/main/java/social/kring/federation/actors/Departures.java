package social.kring.federation.actors;

import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** Actors elsewhere that are no more. What they leave behind is for others to clear away. */
public final class Departures {
  private final Actors actors;
  private final Events events;

  public Departures(Actors actors, Events events) {
    this.actors = actors;
    this.events = events;
  }

  /** Leaves a tombstone, which never comes to life again. One of our own stays. */
  public void record(Transaction tx, ActorRow actor) {
    if (actor.local() || actor.standing().deletedAt().isPresent()) return;
    actors.markDeleted(tx, actor.id());
    events.record(tx, Happening.here("actor.deleted", actor.id(), Tree.builder().build()));
  }
}
