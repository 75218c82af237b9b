package social.kring.door.mastodon.composing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import social.kring.door.mastodon.entities.Account;
import social.kring.federation.actors.ActorRow;

/** Accounts as they were rendered, each with the stamp that it has as long as it is so. */
final class AccountShelf {
  private static final int BYTES = 4 << 20;
  private static final int FRAME = 2_000;

  private final Cache<Long, Shelved> shelf =
      Caffeine.newBuilder()
          .maximumWeight(BYTES)
          .weigher((Long id, Shelved shelved) -> weight(shelved.actor()))
          .build();

  /** An account with the row that it was made of. */
  record Shelved(String stamp, ActorRow actor, Account account) {}

  Optional<Shelved> find(long actor, String stamp) {
    return Optional.ofNullable(shelf.getIfPresent(actor))
        .filter(shelved -> shelved.stamp().equals(stamp));
  }

  /** Where people moved to is no part of the stamp, so those are rendered each time. */
  void put(String stamp, ActorRow actor, Account account) {
    if (isWholeInStamp(actor)) shelf.put(actor.id(), new Shelved(stamp, actor, account));
  }

  static boolean isWholeInStamp(ActorRow actor) {
    return actor.standing().movedTo().isEmpty();
  }

  static int weight(ActorRow actor) {
    var profile = actor.profile();
    var fields = profile.fields().stream().mapToInt(f -> f.name().length() + f.value().length());
    return FRAME + 2 * (profile.summary().length() + fields.sum());
  }
}
