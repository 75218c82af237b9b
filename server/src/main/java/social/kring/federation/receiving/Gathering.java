package social.kring.federation.receiving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.RemoteActors;
import social.kring.federation.remote.RemoteDocuments;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.url.FediUrl;

/** Fetches what a handler needs before it acts. */
final class Gathering {
  private static final int MOST = 20;
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

  private final RemoteActors actors;
  private final RemoteDocuments documents;
  private final Clock clock;

  Gathering(RemoteActors actors, RemoteDocuments documents, Clock clock) {
    this.actors = actors;
    this.documents = documents;
    this.clock = clock;
  }

  /** When whoever begins now has to be through. */
  Instant deadline() {
    return clock.instant().plus(LONGEST);
  }

  /**
   * What was had before, and what is needed besides. What is not to be had is left out.
   *
   * @param insists whether what cannot be had just now is a reason to wait rather than to do
   *     without
   * @throws Problem UNAVAILABLE where it insists, and something may be had later
   */
  Fetched gather(Fetched before, Needs needs, Instant deadline, boolean insists) {
    Predicate<Problem> fatal = problem -> insists && problem.kind() == Problem.Kind.UNAVAILABLE;
    return new Fetched(
        joined(before.actors(), needs.actors(), this::actor, deadline, fatal),
        joined(before.objects(), needs.objects(), this::object, deadline, fatal));
  }

  /** An object, from its own origin. */
  ApObject object(FediUrl url) {
    return ApObject.parse(documents.fetch(url));
  }

  private ActorRow actor(FediUrl url) {
    return actors.find(url);
  }

  private <T> Map<FediUrl, T> joined(
      Map<FediUrl, T> before,
      Collection<FediUrl> needed,
      Function<FediUrl, T> fetch,
      Instant deadline,
      Predicate<Problem> fatal) {
    var all = new HashMap<>(before);
    needed.stream()
        .filter(url -> !before.containsKey(url))
        .limit(MOST)
        .forEach(url -> add(all, url, fetch, deadline, fatal));
    return all;
  }

  private <T> void add(
      Map<FediUrl, T> all,
      FediUrl url,
      Function<FediUrl, T> fetch,
      Instant deadline,
      Predicate<Problem> fatal) {
    try {
      if (clock.instant().isAfter(deadline)) {
        throw Problem.unavailable("What is needed takes too long to fetch", TRY_AGAIN);
      }
      all.put(url, fetch.apply(url));
    } catch (Problem problem) {
      if (fatal.test(problem)) throw problem;
    }
  }
}
