package social.kring.federation.actors;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.url.FediUrl;

/** The actors that this node knows. */
public interface Actors {

  Optional<ActorRow> byId(Queries queries, long id);

  Optional<ActorRow> byUri(Queries queries, FediUrl uri);

  /** Handles are compared without regard to case. */
  Optional<ActorRow> byHandle(Queries queries, Handle handle);

  /** In the order asked for; unknown ids are left out. */
  List<ActorRow> byIds(Queries queries, Collection<Long> ids);

  List<ActorRow> byUris(Queries queries, Collection<FediUrl> uris);

  /** By the address of its followers collection, as it stands in an audience. */
  Optional<ActorRow> byFollowers(Queries queries, FediUrl followers);

  /** By the address of its following collection, as it is asked for. */
  Optional<ActorRow> byFollowing(Queries queries, FediUrl following);

  /** By the address of its inbox: whose inbox a request came to. */
  Optional<ActorRow> byInbox(Queries queries, FediUrl inbox);

  /** Makes a local actor with its addresses and keys. The handle must never have been used. */
  ActorRow create(Transaction tx, NewActor actor);

  ActorRow updateProfile(
      Transaction tx, long id, ActorProfile profile, ActorStanding.Choices choices);

  void updateAliases(Transaction tx, long id, List<String> alsoKnownAs);

  void markMoved(Transaction tx, long id, FediUrl target);

  void suspend(Transaction tx, long id);

  void unsuspend(Transaction tx, long id);

  /** Leaves a tombstone: the handle stays taken, profile and keys go. */
  void markDeleted(Transaction tx, long id);
}
