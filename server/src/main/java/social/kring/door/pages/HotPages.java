package social.kring.door.pages;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import social.kring.door.Incoming;
import social.kring.door.Recent;
import social.kring.platform.events.Happening;

/**
 * Pages as they were written a moment ago. Made before everything else, to hear of every change.
 */
public final class HotPages {
  private static final int BYTES = 16 << 20;

  /** What somebody took back must not be shown a moment longer. */
  private static final Set<String> CHANGES =
      Set.of(
          "post.deleted",
          "post.edited",
          "post.pinned",
          "post.unpinned",
          "post.unboosted",
          "person.updated",
          "actor.deleted",
          "actor.moved",
          "actor.suspended",
          "actor.unsuspended");

  private final Recent<String, String> pages = new Recent<>(BYTES, page -> 2 * page.length());

  /** Forgets what has changed. News from elsewhere can wait a moment. */
  public void hear(Happening happening) {
    if (CHANGES.contains(happening.kind()) || happening.publication().isPresent()) pages.forget();
  }

  Optional<String> get(RoutingContext context, Supplier<Optional<String>> write) {
    var key = Incoming.domain(context).authority() + " " + context.request().uri();
    return pages.get(key, write);
  }
}
