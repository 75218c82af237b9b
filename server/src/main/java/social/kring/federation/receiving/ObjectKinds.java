package social.kring.federation.receiving;

import java.util.List;
import java.util.Optional;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Queries;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.activitystreams.Actor;
import social.kring.protocol.activitystreams.Announce;
import social.kring.protocol.activitystreams.ApCollection;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.activitystreams.Block;
import social.kring.protocol.activitystreams.Create;
import social.kring.protocol.activitystreams.EmojiReact;
import social.kring.protocol.activitystreams.Follow;
import social.kring.protocol.activitystreams.Like;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.activitystreams.Offer;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.activitystreams.Relationship;
import social.kring.protocol.activitystreams.Update;
import social.kring.protocol.url.FediUrl;

/** What the object of an activity is, as far as that decides who handles it. */
final class ObjectKinds {
  private final Actors actors;
  private final List<KindLookup> lookups;

  ObjectKinds(Actors actors, List<KindLookup> lookups) {
    this.actors = actors;
    this.lookups = List.copyOf(lookups);
  }

  /** As the activity itself shows it. */
  static Optional<ObjectKind> shown(Activity activity) {
    var object = activity.objectReference();
    return object.flatMap(ObjectReference::id).filter(activity.actor()::equals).isPresent()
        ? Optional.of(ObjectKind.ACTOR)
        : object.flatMap(ObjectReference::embedded).flatMap(ObjectKinds::of);
  }

  /** As it is known here. */
  Optional<ObjectKind> known(Queries queries, FediUrl id) {
    if (actors.byUri(queries, id).isPresent()) return Optional.of(ObjectKind.ACTOR);
    return lookups.stream().flatMap(lookup -> lookup.kindOf(queries, id).stream()).findFirst();
  }

  /** Groups announce activities; what counts is their object (FEP-1b12). */
  static Optional<ObjectKind> of(ApObject object) {
    return switch (object) {
      case Post post -> Optional.of(ObjectKind.POST);
      case Actor actor -> Optional.of(ObjectKind.ACTOR);
      case Follow follow -> Optional.of(ObjectKind.FOLLOW);
      case Like like -> Optional.of(ObjectKind.LIKE);
      case EmojiReact reaction -> Optional.of(ObjectKind.LIKE);
      case Announce announce -> Optional.of(ObjectKind.ANNOUNCE);
      case Block block -> Optional.of(ObjectKind.BLOCK);
      case Offer offer -> Optional.of(ObjectKind.OFFER);
      case Create create -> create.object().embedded().flatMap(ObjectKinds::of);
      case Update update -> update.object().embedded().flatMap(ObjectKinds::of);
      case ApCollection collection -> Optional.of(ObjectKind.COLLECTION);
      case Relationship relationship -> Optional.of(ObjectKind.RELATIONSHIP);
      default -> Optional.empty();
    };
  }
}
