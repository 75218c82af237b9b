package social.kring.door.activitypub;

import io.vertx.core.buffer.Buffer;
import java.util.Set;
import social.kring.door.Recent;
import social.kring.platform.events.Happening;
import social.kring.protocol.url.FediUrl;

/**
 * What peers ask for most, as it was rendered a moment ago: actors by their addresses, WebFinger
 * answers by what was asked. Made before everything else, so that it hears of every change.
 */
public final class HotAnswers {
  private static final int BYTES = 8 << 20;

  /** A Move is believed only if its target is seen to agree, so that must show at once. */
  private static final Set<String> CHANGES =
      Set.of(
          "person.created",
          "person.updated",
          "account.created",
          "actor.deleted",
          "actor.moved",
          "actor.suspended",
          "actor.unsuspended");

  private final Recent<FediUrl, ShownActor> actors =
      new Recent<>(BYTES, actor -> actor.document().body().length());
  private final Recent<String, Buffer> handles = new Recent<>(BYTES, Buffer::length);

  Recent<FediUrl, ShownActor> actors() {
    return actors;
  }

  Recent<String, Buffer> handles() {
    return handles;
  }

  /** Forgets what has changed. */
  public void hear(Happening happening) {
    if (CHANGES.contains(happening.kind())) {
      actors.forget();
      handles.forget();
    }
  }
}
