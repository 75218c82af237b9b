package social.kring.federation.actors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import social.kring.federation.peers.Peers;
import social.kring.platform.storage.Queries;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/**
 * How many actors that nobody here knows are met: 20 a second of a host, 10 new hosts a minute of a
 * registered domain. Whoever makes up more of them has to wait.
 */
final class Newcomers {
  private static final int MOST_ACTORS = 20;
  private static final int MOST_HOSTS = 10;
  private static final int MOST_REMEMBERED = 10_000;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Peers peers;
  private final Cache<String, Set<String>> actorsOfHosts;
  private final Cache<String, Set<String>> hostsOfDomains;

  Newcomers(Peers peers, Ticker ticker) {
    this.peers = peers;
    this.actorsOfHosts = window(SECOND, ticker);
    this.hostsOfDomains = window(MINUTE, ticker);
  }

  private static Cache<String, Set<String>> window(Duration length, Ticker ticker) {
    return Caffeine.newBuilder()
        .maximumSize(MOST_REMEMBERED)
        .expireAfterWrite(length)
        .ticker(ticker)
        .build();
  }

  /**
   * @throws Problem UNAVAILABLE where too many were met just now
   */
  void admit(Queries queries, FediUrl actor) {
    var origin = actor.origin();
    var host = origin.authority();
    count(actorsOfHosts, host, actor.text(), MOST_ACTORS, SECOND);
    if (peers.find(queries, host).isEmpty()) {
      count(hostsOfDomains, RegistrableDomain.of(origin), host, MOST_HOSTS, MINUTE);
    }
  }

  private static void count(
      Cache<String, Set<String>> windows, String of, String newcomer, int most, Duration wait) {
    var met = windows.get(of, key -> ConcurrentHashMap.newKeySet());
    if (met.size() >= most && !met.contains(newcomer)) {
      throw Problem.unavailable("Too many newcomers of " + of + " at once", wait);
    }
    met.add(newcomer);
  }
}
