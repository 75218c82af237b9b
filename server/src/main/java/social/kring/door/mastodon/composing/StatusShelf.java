package social.kring.door.mastodon.composing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.community.posts.BoostView;
import social.kring.community.posts.Stamped;
import social.kring.federation.actors.ActorRow;

/**
 * Posts and boosts as they were rendered, each with the stamp that it has as long as it is so. Who
 * asks has read the stamp from the database for a viewer who may see the post: the shelf itself
 * lets nobody see anything, and nothing on it has to be dropped in time.
 */
final class StatusShelf {
  private static final int BYTES = 24 << 20;

  /** What a post weighs beside its words, also as it is written. */
  private static final int FRAME = 7_000;

  private static final int MENTION = 2_000;

  private final AccountComposer accounts;
  private final Cache<Long, Shelved> shelf =
      Caffeine.newBuilder().maximumWeight(BYTES).weigher(StatusShelf::weight).build();

  private record Shelved(String stamp, Rendering rendering) {}

  StatusShelf(AccountComposer accounts) {
    this.accounts = accounts;
  }

  /** Empty where it was rendered under another stamp, or not at all. */
  Optional<Rendering> find(Stamped stamped) {
    return Optional.ofNullable(shelf.getIfPresent(stamped.entry().id()))
        .filter(shelved -> shelved.stamp().equals(stamped.stamp()))
        .map(Shelved::rendering)
        .filter(this::isStillSo);
  }

  /**
   * @param renderings by the entry's id, read after the stamps
   */
  void put(List<Stamped> stamped, Map<Long, Rendering> renderings) {
    for (var each : stamped) {
      var id = each.entry().id();
      Optional.ofNullable(renderings.get(id))
          .filter(StatusShelf::lasts)
          .ifPresent(rendering -> shelf.put(id, new Shelved(each.stamp(), rendering)));
    }
  }

  /** Polls end by themselves, and where people moved to is no part of the stamp. */
  private static boolean lasts(Rendering rendering) {
    return rendering.view().post().post().body().poll().isEmpty()
        && actors(rendering).allMatch(AccountShelf::isWholeInStamp);
  }

  /** What this node thinks of hosts is in memory anyway. */
  private boolean isStillSo(Rendering rendering) {
    var status = rendering.status();
    var view = rendering.view();
    return view.boost().isEmpty()
        ? accounts.isStillSo(view.post().author(), status.account())
        : accounts.isStillSo(view.boost().get().booster(), status.account())
            && accounts.isStillSo(view.post().author(), status.reblog().orElseThrow().account());
  }

  private static Stream<ActorRow> actors(Rendering rendering) {
    return Stream.concat(
        Stream.of(rendering.view().post().author()),
        rendering.view().boost().stream().map(BoostView::booster));
  }

  private static int weight(long id, Shelved shelved) {
    var post = shelved.rendering().view().post();
    var text = post.post().body().text();
    return FRAME
        + 4 * (text.html().length() + text.spoiler().length())
        + 2 * text.source().map(String::length).orElse(0)
        + MENTION * post.mentioned().size()
        + actors(shelved.rendering()).mapToInt(AccountShelf::weight).sum();
  }
}
