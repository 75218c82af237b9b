package social.kring.federation.remote;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import social.kring.federation.peers.HostPolicies;
import social.kring.platform.http.Deadline;
import social.kring.platform.http.PeerClient;
import social.kring.platform.http.PeerRequest;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * ActivityStreams documents of other hosts, each fetched from where its own id says. Nothing that
 * is found is kept; what cannot be had is not asked for again at once.
 */
public final class RemoteDocuments {
  private final Redirects redirects;
  private final PeerClient client;
  private final FetchSigner signer;
  private final UnaryOperator<Tree> compaction;
  private final SingleFlight<FediUrl, Tree> flights;

  /**
   * @param signer signs each request for its own host
   * @param compaction brings a foreign document onto our own context
   */
  public RemoteDocuments(
      PeerClient client,
      HostPolicies policies,
      FetchSigner signer,
      UnaryOperator<Tree> compaction,
      Ticker ticker,
      RandomGenerator random) {
    this.redirects = new Redirects(client, policies);
    this.client = client;
    this.signer = signer;
    this.compaction = compaction;
    this.flights = new SingleFlight<>(new Misses<>(ticker, random));
  }

  /**
   * Fetches a document. Its id may be another address than was asked for, as that of an actor whose
   * page or key was: it then comes from that address.
   *
   * @return the document, compacted; its {@code id} is where it was found
   * @throws Problem FORBIDDEN where this node may not ask or may not see it, NOT_FOUND, GONE,
   *     UNAVAILABLE for now, UPSTREAM where what came is no such document
   */
  public Tree fetch(FediUrl url) {
    redirects.requireAllowed(url);
    return flights.get(url.withoutFragment(), () -> fetchNow(url.withoutFragment()));
  }

  private Tree fetchNow(FediUrl url) {
    var deadline = client.deadline();
    var found = read(url, deadline);
    if (found.isAtItsId()) return found.document();
    var atItsId = read(found.id(), deadline);
    if (atItsId.isAtItsId()) return atItsId.document();
    throw Problem.upstream(
        found.id().text() + " is not where its document says it is: " + atItsId.id().text());
  }

  /** A document, and the address that answered with it. */
  private record Found(Tree document, FediUrl id, FediUrl at) {

    /** {@code /?p=1} is not {@code /?p=2}. */
    boolean isAtItsId() {
      return id.sameOrigin(at) && id.pathAndQuery().equals(at.pathAndQuery());
    }
  }

  private Found read(FediUrl url, Deadline deadline) {
    var landing = redirects.follow(url, this::prepare, deadline);
    var document = landing.document(MediaTypes::isActivityStreams, compaction);
    var id =
        document.id("id").orElseThrow(() -> Problem.upstream(landing.url().text() + " has no id"));
    return new Found(document, id, landing.url());
  }

  private PeerRequest prepare(PeerRequest request) {
    return signer.sign(request.with("Accept", MediaTypes.ACCEPT_ACTIVITYSTREAMS));
  }
}
