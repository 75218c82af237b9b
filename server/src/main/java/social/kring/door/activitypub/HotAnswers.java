package social.kring.door.activitypub;

import io.vertx.core.buffer.Buffer;
import java.util.Set;
import social.kring.door.Recent;
import social.kring.platform.events.Happening;
import social.kring.protocol.url.FediUrl;

/**
 * What peers ask for most, as it was rendered a moment ago: actors and other documents by their
 * addresses, WebFinger answers by what was asked. Made before everything else, so that it hears of
 * every change.
 */
public final class HotAnswers {
  private static final int BYTES = 8 << 20;

  /** A Move is believed only if its target is seen to agree, so that must show at once. */
  private static final Set<String> CHANGES =
      Set.of(
          "person.created",
          "person.updated",
          "account.created",
          "account.opened",
          "actor.deleted",
          "actor.moved",
          "actor.suspended",
          "actor.unsuspended");

  /** What takes back or changes what everyone may see, though peers may not be told of it. */
  private static final Set<String> CHANGES_OF_DOCUMENTS =
      Set.of(
          "post.deleted",
          "post.edited",
          "post.pinned",
          "post.unpinned",
          "post.unboosted",
          "follow.ended",
          "person.updated",
          "actor.deleted",
          "actor.moved",
          "actor.suspended",
          "actor.unsuspended");

  private final Recent<FediUrl, Rendered> documents =
      new Recent<>(BYTES, document -> document.body().length());
  private final Recent<FediUrl, ShownActor> actors =
      new Recent<>(BYTES, actor -> actor.document().body().length());
  private final Recent<String, Buffer> handles = new Recent<>(BYTES, Buffer::length);

  Recent<FediUrl, ShownActor> actors() {
    return actors;
  }

  Recent<String, Buffer> handles() {
    return handles;
  }

  /** Of everything else than actors, only as the public sees it. */
  Recent<FediUrl, Rendered> documents() {
    return documents;
  }

  /** Forgets what has changed. What comes from elsewhere can wait a moment. */
  public void hear(Happening happening) {
    if (happening.publication().isPresent() || CHANGES_OF_DOCUMENTS.contains(happening.kind())) {
      documents.forget();
    }
    if (CHANGES.contains(happening.kind())) {
      actors.forget();
      handles.forget();
    }
  }
}
