package social.kring.federation.actors;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import social.kring.federation.peers.Peers;
import social.kring.federation.remote.Handles;
import social.kring.federation.remote.RemoteDocuments;
import social.kring.platform.domains.Domains;
import social.kring.platform.events.Events;
import social.kring.platform.html.Sanitizer;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;

/**
 * Everything about actors of other nodes, put together.
 *
 * @param refresh looks again at those that were last seen long ago
 */
public record ActorsElsewhere(
    RemoteActors actors, RemoteKeys keys, Departures departures, JobHandler refresh) {

  /** Where others are asked. */
  public record Ways(RemoteDocuments documents, Handles handles, Peers peers, Domains domains) {}

  /** What is known here, and where it is kept. */
  public record Home(Database database, Actors actors, Events events, Jobs jobs, Ids ids) {}

  public static ActorsElsewhere on(Home home, Ways ways, Clock clock, Ticker ticker) {
    var stale = new StaleActors(home.database(), home.jobs(), clock, ticker);
    var documents =
        new ActorDocuments(
            ways.documents(),
            ways.domains(),
            new Newcomers(ways.peers(), ticker),
            new ActorTable(),
            home.database());
    var keeping =
        new ActorKeeping(
            home.database(),
            home.actors(),
            new ForeignActors(new Sanitizer(), home.ids(), clock),
            new HandleClaims(ways.handles()),
            ways.peers());
    var remote =
        new RemoteActors(home.database(), home.actors(), documents, ways.handles(), keeping, stale);
    var departures = new Departures(home.actors(), home.events());
    return new ActorsElsewhere(
        remote,
        new RemoteKeys(home.database(), new KeyTable(), documents, keeping, stale, ticker),
        departures,
        new ActorRefresh(remote, departures, home.actors(), home.database()));
  }
}
