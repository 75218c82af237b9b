package social.kring.federation.actors;

import java.util.Optional;
import social.kring.federation.remote.Handles;
import social.kring.federation.remote.SingleFlight;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Actor;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.url.FediUrl;

/** Actors of other nodes: found where their ids or handles say they are, and kept. */
public final class RemoteActors {
  private final Database database;
  private final Actors actors;
  private final ActorDocuments documents;
  private final Handles handles;
  private final ActorKeeping keeping;
  private final StaleActors stale;
  private final SingleFlight<FediUrl, ActorRow> flights = new SingleFlight<>();

  RemoteActors(
      Database database,
      Actors actors,
      ActorDocuments documents,
      Handles handles,
      ActorKeeping keeping,
      StaleActors stale) {
    this.database = database;
    this.actors = actors;
    this.documents = documents;
    this.handles = handles;
    this.keeping = keeping;
    this.stale = stale;
  }

  /**
   * An actor by its id: as it is known here, else fetched.
   *
   * @throws Problem NOT_FOUND where it would be one of ours and is not, UPSTREAM where something
   *     else lies there, and as {@link social.kring.federation.remote.RemoteDocuments#fetch}
   */
  public ActorRow find(FediUrl uri) {
    return known(uri)
        .orElseGet(() -> flights.get(uri, () -> known(uri).orElseGet(() -> fetch(uri))));
  }

  /** An actor as it is known here; nobody is asked. */
  public Optional<ActorRow> known(FediUrl uri) {
    var known = actors.byUri(database, uri);
    known.filter(this::isOutdated).ifPresent(actor -> stale.notice(actor.uri()));
    return known;
  }

  /**
   * An actor by its handle: as it is known here, else by asking the handle's host. It counts only
   * if the actor and that host both say so (RFC 7033, FEP-2c59).
   *
   * @throws Problem as {@link #find(FediUrl)}
   */
  public ActorRow find(Handle handle) {
    var known = actors.byHandle(database, handle);
    if (known.filter(actor -> !isOutdated(actor)).isPresent()) return known.get();
    try {
      return ask(handle);
    } catch (Problem problem) {
      if (problem.kind() != Problem.Kind.UNAVAILABLE || known.isEmpty()) throw problem;
      return known.get();
    }
  }

  /** The actor as it is now, from where its id says. */
  public ActorRow fetch(FediUrl uri) {
    return keeping.keep(documents.fetch(uri), Optional.empty());
  }

  /**
   * Keeps what an actor that is known here says of itself now. Its handle is not asked about, since
   * a transaction waits for nobody; a claim to another one is looked into later.
   */
  public ActorRow update(Transaction tx, ActorRow known, Actor now) {
    if (!now.preferredUsername().equalsIgnoreCase(known.handle().name())) {
      stale.schedule(tx, now.uri());
    }
    return keeping.keep(tx, now, known.handle());
  }

  /** What a host says of a handle of another one's is not heard: that host has to say so. */
  private ActorRow ask(Handle handle) {
    var answer = handles.resolve(handle);
    var own = Optional.of(answer).filter(heard -> heard.subject().matches(handle));
    var actor = keeping.keep(documents.fetch(answer.self()), own);
    if (actor.handle().matches(answer.subject())) return actor;
    throw Problem.upstream(
        handle + " is said to be " + answer.self() + ", who goes by " + actor.handle());
  }

  private boolean isOutdated(ActorRow actor) {
    return !actor.local()
        && actor.standing().active()
        && !stale.isFresh(actor.standing().fetchedAt());
  }
}
