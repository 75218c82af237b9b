package social.kring.federation.receiving;

import java.util.Optional;
import social.kring.federation.receiving.Gathering.Errand;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.activitystreams.Announce;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.activitystreams.Create;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.activitystreams.Undo;
import social.kring.protocol.activitystreams.Update;
import social.kring.protocol.url.FediUrl;

/**
 * What a group shows of what somebody did, as Lemmy's do of each vote (FEP-1b12). The group's word
 * counts for nothing: the activity is asked for where it was done.
 */
final class Announced {
  private final ObjectKinds kinds;
  private final Gathering gathering;
  private final Database database;

  Announced(ObjectKinds kinds, Gathering gathering, Database database) {
    this.kinds = kinds;
    this.gathering = gathering;
    this.database = database;
  }

  /**
   * The announced activity in the place of the announcement, where it is one that matters here:
   * what is done to something that nobody here knows is not asked for. What made or changed a post
   * is left as it is, since of that the post itself counts.
   *
   * @throws Problem UNAVAILABLE where it cannot be had now
   */
  Received<?> unwrapped(Received<Activity> received, Errand errand) {
    return shown(received.activity())
        .filter(this::concernsUs)
        .flatMap(shown -> original(shown, errand))
        .<Received<?>>map(
            done ->
                new Received<>(
                    done, done.actor(), Optional.empty(), received.inbox(), received.at()))
        .orElse(received);
  }

  private static Optional<Activity> shown(Activity activity) {
    return activity instanceof Announce announce
        ? announce
            .object()
            .embedded()
            .filter(Activity.class::isInstance)
            .map(Activity.class::cast)
            .filter(shown -> !(shown instanceof Create || shown instanceof Update))
        : Optional.empty();
  }

  private boolean concernsUs(Activity shown) {
    return about(shown).flatMap(id -> kinds.known(database, id)).isPresent();
  }

  private static Optional<FediUrl> about(Activity activity) {
    var object = activity.objectReference();
    return activity instanceof Undo
        ? object
            .flatMap(ObjectReference::embedded)
            .filter(Activity.class::isInstance)
            .flatMap(undone -> about((Activity) undone))
        : object.flatMap(ObjectReference::id);
  }

  private Optional<Activity> original(Activity shown, Errand errand) {
    return shown
        .id()
        .filter(shown.actor()::sameOrigin)
        .flatMap(id -> fetched(id, errand))
        .filter(Activity.class::isInstance)
        .map(Activity.class::cast)
        .filter(done -> done.actor().equals(shown.actor()))
        .filter(done -> gathering.finds(done.actor(), errand));
  }

  private Optional<ApObject> fetched(FediUrl id, Errand errand) {
    try {
      return Optional.of(gathering.object(id, errand))
          .filter(found -> found.id().equals(Optional.of(id)));
    } catch (Problem problem) {
      if (problem.kind() == Problem.Kind.UNAVAILABLE) throw problem;
      return Optional.empty();
    }
  }
}
