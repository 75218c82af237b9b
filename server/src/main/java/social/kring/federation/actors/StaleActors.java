package social.kring.federation.actors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Actors that were last looked at long ago: someone shall look again, when there is time. */
final class StaleActors {
  private static final Duration FRESH = Duration.ofDays(1);
  private static final Duration NOTICED_AGAIN = Duration.ofHours(1);
  private static final int MOST_NOTICED = 10_000;

  private final Database database;
  private final Jobs jobs;
  private final Clock clock;
  private final Cache<FediUrl, Boolean> noticed;

  StaleActors(Database database, Jobs jobs, Clock clock, Ticker ticker) {
    this.database = database;
    this.jobs = jobs;
    this.clock = clock;
    this.noticed =
        Caffeine.newBuilder()
            .maximumSize(MOST_NOTICED)
            .expireAfterWrite(NOTICED_AGAIN)
            .ticker(ticker)
            .build();
  }

  boolean isFresh(Optional<Instant> fetchedAt) {
    return fetchedAt.filter(clock.instant().minus(FRESH)::isBefore).isPresent();
  }

  /** Leaves the work for later, once an hour for each. */
  void notice(FediUrl actor) {
    if (noticed.asMap().putIfAbsent(actor, true) != null) return;
    database.transaction(
        tx -> {
          schedule(tx, actor);
          return null;
        });
  }

  void schedule(Transaction tx, FediUrl actor) {
    var details = Tree.builder().put("actor", actor).build();
    jobs.schedule(tx, ActorRefresh.KIND, actor.text(), details, clock.instant());
  }
}
