package social.kring.federation.remote;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import social.kring.federation.peers.HostPolicies;
import social.kring.platform.http.PeerClient;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** Pictures and other files that lie elsewhere, fetched as carefully as documents, but unsigned. */
public final class RemoteFiles {
  private static final String ACCEPT = "image/*, video/*;q=0.9, audio/*;q=0.9";

  private final Redirects redirects;
  private final PeerClient client;
  private final Misses<FediUrl> misses;

  public RemoteFiles(
      PeerClient client, HostPolicies policies, Ticker ticker, RandomGenerator random) {
    this.redirects = new Redirects(client, policies);
    this.client = client;
    this.misses = new Misses<>(ticker, random);
  }

  /**
   * @throws Problem FORBIDDEN where nothing of that host is shown here
   */
  public void requireAllowed(FediUrl url) {
    redirects.requireAllowed(url);
  }

  /**
   * Fetches what lies there into a file that does not exist yet. What could not be had a moment ago
   * is not asked for again.
   *
   * @param largest bytes
   * @throws Problem as {@link RemoteDocuments#fetch}
   */
  public void fetch(FediUrl url, Path file, long largest) {
    misses
        .of(url)
        .ifPresent(
            problem -> {
              throw problem.again();
            });
    try {
      Statuses.expectDocument(
          redirects.follow(
              WebPages.secured(url),
              request -> request.with("Accept", ACCEPT),
              (request, deadline) -> client.download(request, file, largest, deadline),
              client.deadline()));
    } catch (Problem problem) {
      misses.add(url, problem);
      throw problem;
    }
  }
}
