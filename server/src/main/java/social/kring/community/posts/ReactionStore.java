package social.kring.community.posts;

import java.time.Clock;
import java.util.Optional;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/** Stores likes and boosts of people here and elsewhere, each once, with their counts. */
final class ReactionStore {
  private final Tables tables;
  private final Ids ids;
  private final Clock clock;

  ReactionStore(Tables tables, Ids ids, Clock clock) {
    this.tables = tables;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @return whether it is new
   */
  boolean favour(Transaction tx, long actor, long post, FediUrl activity) {
    var favourite = new FavouriteTable.Favourite(ids.next(), actor, post, activity);
    var added = tables.favourites().insert(tx, favourite, clock.instant());
    if (added) tables.posts().countFavourites(tx, post, 1);
    return added;
  }

  Optional<FavouriteTable.Favourite> unfavour(Transaction tx, long actor, long post) {
    var gone = tables.favourites().delete(tx, post, actor);
    gone.ifPresent(favourite -> tables.posts().countFavourites(tx, post, -1));
    return gone;
  }

  /**
   * @return whether it is new
   */
  boolean boost(Transaction tx, BoostRow boost) {
    var added = tables.boosts().insert(tx, boost);
    if (added) {
      tables.posts().countBoosts(tx, boost.post(), 1);
      if (boost.open()) tables.counts().add(tx, boost.booster(), boost.at());
    }
    return added;
  }

  Optional<BoostRow> unboost(Transaction tx, long booster, long post) {
    var gone = tables.boosts().delete(tx, post, booster);
    gone.ifPresent(
        boost -> {
          tables.posts().countBoosts(tx, post, -1);
          if (boost.open()) tables.counts().remove(tx, booster);
        });
    return gone;
  }
}
