package social.kring.federation.actors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.kring.federation.remote.SingleFlight;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Together;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/**
 * Keys of actors elsewhere. A key is an actor's only if that actor's own document names it
 * (CVE-2024-23832).
 */
public final class RemoteKeys {
  private static final Duration FETCHED_AGAIN = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 10_000;
  private static final int MOST_AT_ONCE = 128;

  private final Database database;
  private final KeyTable table;
  private final ActorDocuments documents;
  private final ActorKeeping keeping;
  private final StaleActors stale;
  private final Cache<FediUrl, Boolean> justFetched;

  /**
   * A query for all who ask at the same moment, and nothing remembered: a suspension counts at
   * once.
   */
  private final Together<FediUrl, Optional<OwnedKey>> lookups =
      new Together<>(MOST_REMEMBERED, MOST_AT_ONCE, this::owned);

  /** Until the key is kept: who came after the fetch and before that would fetch once more. */
  private final SingleFlight<FediUrl, Optional<OwnedKey>> flights = new SingleFlight<>();

  private final SingleFlight<FediUrl, Optional<OwnedKey>> replacements = new SingleFlight<>();

  RemoteKeys(
      Database database,
      KeyTable table,
      ActorDocuments documents,
      ActorKeeping keeping,
      StaleActors stale,
      Ticker ticker) {
    this.database = database;
    this.table = table;
    this.documents = documents;
    this.keeping = keeping;
    this.stale = stale;
    this.justFetched =
        Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(FETCHED_AGAIN)
            .ticker(ticker)
            .build();
  }

  /** The key as it is known here; nobody is asked. */
  public Optional<OwnedKey> known(FediUrl id) {
    var known = lookups.get(id);
    known.filter(this::isOutdated).ifPresent(key -> stale.notice(key.owner()));
    return known;
  }

  private List<Optional<OwnedKey>> owned(List<FediUrl> ids) {
    var found = table.owned(database, Set.copyOf(ids));
    return ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
  }

  /**
   * The key, from its own address by way of its owner's document, which is kept.
   *
   * @return empty where the owner's document does not name it
   * @throws Problem as {@link social.kring.federation.remote.RemoteDocuments#fetch}
   */
  public Optional<OwnedKey> fetch(FediUrl id) {
    return flights.get(id, () -> table.owned(database, id).or(() -> fetchNow(id)));
  }

  private Optional<OwnedKey> fetchNow(FediUrl id) {
    var owner = keeping.keepOwner(documents.fetchOwner(id), id);
    return table.owned(database, id).filter(key -> key.owner().equals(owner.uri()));
  }

  /**
   * The key once more, since what it should have signed does not verify: it may have been replaced.
   * At most once a minute, or forgers could make this node ask for ever. Who comes meanwhile waits,
   * and who comes afterwards gets what was found: all that an actor sends is signed by its new key.
   */
  public Optional<OwnedKey> fetchAgain(FediUrl id) {
    return replacements.get(
        id,
        () ->
            justFetched.asMap().putIfAbsent(id, true) == null
                ? fetchNow(id)
                : table.owned(database, id));
  }

  private boolean isOutdated(OwnedKey key) {
    var standing = key.standing();
    return !standing.local()
        && !standing.suspended()
        && !standing.deleted()
        && !stale.isFresh(standing.fetchedAt());
  }
}
