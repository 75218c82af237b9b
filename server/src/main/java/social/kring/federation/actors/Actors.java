package social.kring.federation.actors;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** The actors that this node knows. */
public final class Actors {
  private final ActorTable table;
  private final KeyTable keys;
  private final ActorMaker maker;

  public Actors(ActorMaker maker) {
    this.table = new ActorTable();
    this.keys = new KeyTable();
    this.maker = maker;
  }

  public Optional<ActorRow> byId(Queries queries, long id) {
    return table.byId(queries, id);
  }

  public Optional<ActorRow> byUri(Queries queries, FediUrl uri) {
    return table.byUri(queries, uri);
  }

  /** Handles are compared without regard to case; of several the newest counts. */
  public Optional<ActorRow> byHandle(Queries queries, Handle handle) {
    return table.byHandle(queries, handle.name(), handle.authority());
  }

  /** In the order asked for; unknown ids are left out. */
  public List<ActorRow> byIds(Queries queries, Collection<Long> ids) {
    if (ids.isEmpty()) return List.of();
    var order = new HashMap<Long, Integer>();
    ids.forEach(id -> order.putIfAbsent(id, order.size()));
    return table.byIds(queries, ids).stream()
        .sorted(Comparator.comparing(actor -> order.get(actor.id())))
        .toList();
  }

  public List<ActorRow> byUris(Queries queries, Collection<FediUrl> uris) {
    return uris.isEmpty() ? List.of() : table.byUris(queries, uris);
  }

  /** Whose name or display name begins so, in any case; people here first. */
  public List<ActorRow> beginning(Queries queries, String prefix, int limit) {
    return table.beginning(queries, prefix.toLowerCase(Locale.ROOT), limit);
  }

  /** Actors from elsewhere in the order of their ids, for work that goes through all of them. */
  public List<ActorRow> remoteAfter(Queries queries, long id, int limit) {
    return table.remoteAfter(queries, id, limit);
  }

  /** The hosts of all actors, ours included, in the order of their names. */
  public List<String> hosts(Queries queries, String after, int limit) {
    return table.hosts(queries, after, limit);
  }

  /** Those of one host, in the order of their ids. */
  public List<ActorRow> remoteOn(Queries queries, String authority, long after, int limit) {
    return table.remoteOn(queries, authority, after, limit);
  }

  /** For good: nothing can be signed in this actor's name any more. */
  public void destroyKeys(Transaction tx, long id) {
    keys.deleteAll(tx, id);
  }

  /** Whether anybody has or had a handle on this domain of ours. */
  public boolean livesAnybodyOn(Queries queries, String authority) {
    return table.localOn(queries, authority);
  }

  /** By the address of its followers collection, as it stands in an audience. */
  public Optional<ActorRow> byFollowers(Queries queries, FediUrl followers) {
    return table.byFollowers(queries, followers);
  }

  /** By the address of its inbox: whose inbox a request came to. */
  public Optional<ActorRow> byInbox(Queries queries, FediUrl inbox) {
    return table.localBy(queries, "inbox", inbox);
  }

  /** A local actor by the page that shows it to people. */
  public Optional<ActorRow> byPage(Queries queries, FediUrl page) {
    return table.localBy(queries, "page", page);
  }

  /** A local actor by its id, by its page or by the id of one of its keys. */
  public Optional<ActorRow> byAddress(Queries queries, FediUrl address) {
    return table.localByAddress(queries, address);
  }

  /** A local actor by one of its collections. */
  public Optional<ActorRow> byCollection(
      Queries queries, ActorCollection collection, FediUrl address) {
    return table.localBy(queries, collection.column(), address);
  }

  /** Does ahead of a transaction what takes long in making a local actor. */
  public void prepare() {
    maker.prepare();
  }

  /** Makes a local actor with its addresses and keys. The handle must never have been used. */
  public ActorRow create(Transaction tx, NewActor actor) {
    var made = maker.make(actor);
    table.insert(tx, made.row());
    keys.insert(tx, made.row().id(), made.keys());
    return table.byId(tx, made.row().id()).orElseThrow();
  }

  public ActorRow updateProfile(
      Transaction tx, long id, ActorProfile profile, ActorStanding.Choices choices) {
    table.updateProfile(tx, id, profile, choices);
    return table.byId(tx, id).orElseThrow();
  }

  /**
   * Notes which links of a profile are proved to be its owner's; those that were before stay so.
   *
   * @param links as their owner wrote them
   */
  public void proveLinks(Transaction tx, long id, List<String> links, Instant at) {
    if (!links.isEmpty()) table.proveLinks(tx, id, links, at);
  }

  /** A person may say that a program posts in her name, or no longer. */
  public void updateType(Transaction tx, long id, ActorKind.Type type) {
    table.updateType(tx, id, type);
  }

  public void updateAliases(Transaction tx, long id, List<String> alsoKnownAs) {
    table.updateAliases(tx, id, alsoKnownAs);
  }

  public void markMoved(Transaction tx, long id, FediUrl target) {
    table.updateMovedTo(tx, id, target);
  }

  public void suspend(Transaction tx, long id) {
    table.suspend(tx, id);
  }

  public void unsuspend(Transaction tx, long id) {
    table.unsuspend(tx, id);
  }

  /** Removes a local actor of whom nobody was ever told, as if it had never been. */
  public void forget(Transaction tx, long id) {
    keys.deleteAll(tx, id);
    table.forget(tx, id);
  }

  /** Leaves a tombstone: the handle stays taken, the profile goes. */
  public void markDeleted(Transaction tx, long id) {
    table.delete(tx, id);
  }

  /**
   * Keeps what an actor from elsewhere says of itself now. One of our own, or one that is deleted,
   * stays as it is.
   *
   * @param keys the keys that are its own
   * @param confirmed one of them whose own document has led to the actor, whoever claimed it before
   */
  ActorRow keepRemote(
      Transaction tx,
      ActorRow actor,
      Tree document,
      List<StoredKey> keys,
      Optional<FediUrl> confirmed) {
    var id = table.upsertRemote(tx, actor, document);
    var stored = table.byId(tx, id).orElseThrow();
    if (stored.local() || stored.standing().deletedAt().isPresent()) return stored;
    this.keys.deleteOthers(tx, id, keys);
    confirmed
        .filter(key -> keys.stream().map(StoredKey::id).anyMatch(key::equals))
        .ifPresent(key -> this.keys.reclaim(tx, key, id));
    this.keys.insert(tx, id, keys);
    return stored;
  }

  /** The actor in whose name this node itself asks. */
  public Optional<ActorRow> instance(Queries queries) {
    return table.instance(queries);
  }

  /** All public keys of an actor, for its document. */
  public List<StoredKey> keys(Queries queries, long id) {
    return keys.ofActor(queries, id);
  }
}
