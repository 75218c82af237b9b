package social.kring.federation.receiving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  /**
   * One handler's needs, on the way to others.
   *
   * @param deadline when all of it has to be there
   * @param insists whether what cannot be had just now is a reason to wait rather than to do
   *     without
   * @param leaves called before anybody else is asked, which takes a while
   */
  record Errand(Instant deadline, boolean insists, Runnable leaves) {}

  Errand errand(boolean insists, Runnable leaves) {
    return new Errand(clock.instant().plus(LONGEST), insists, leaves);
  }

  /**
   * What was had before, and what is needed besides. What is not to be had is left out.
   *
   * @throws Problem UNAVAILABLE where the errand insists, and something may be had later
   */
  Fetched gather(Fetched before, Needs needs, Errand errand) {
    return new Fetched(
        joined(before.actors(), needs.actors(), url -> actor(url, errand), errand),
        joined(before.objects(), needs.objects(), url -> object(url, errand), errand));
  }

  /** An object, from its own origin. */
  ApObject object(FediUrl url, Errand errand) {
    errand.leaves().run();
    return ApObject.parse(documents.fetch(url));
  }

  /** Whether there is such an actor; it is known after that. */
  boolean finds(FediUrl actor, Errand errand) {
    return fetched(actor, url -> actor(url, errand), errand).isPresent();
  }

  private ActorRow actor(FediUrl url, Errand errand) {
    return actors
        .known(url)
        .orElseGet(
            () -> {
              errand.leaves().run();
              return actors.fetch(url);
            });
  }

  private <T> Map<FediUrl, T> joined(
      Map<FediUrl, T> before, Set<FediUrl> needed, Function<FediUrl, T> fetch, Errand errand) {
    var all = new HashMap<>(before);
    needed.stream()
        .filter(url -> !before.containsKey(url))
        .limit(MOST)
        .forEach(url -> fetched(url, fetch, errand).ifPresent(value -> all.put(url, value)));
    return all;
  }

  private <T> Optional<T> fetched(FediUrl url, Function<FediUrl, T> fetch, Errand errand) {
    try {
      if (clock.instant().isAfter(errand.deadline())) {
        throw Problem.unavailable("What is needed takes too long to fetch", TRY_AGAIN);
      }
      return Optional.of(fetch.apply(url));
    } catch (Problem problem) {
      if (errand.insists() && problem.kind() == Problem.Kind.UNAVAILABLE) throw problem;
      return Optional.empty();
    }
  }
}
