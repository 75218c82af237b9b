package social.kring.federation.remote;

import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import social.kring.federation.peers.HostPolicies;
import social.kring.platform.http.Deadline;
import social.kring.platform.http.PeerClient;
import social.kring.platform.http.PeerRequest;
import social.kring.platform.http.PeerResponse;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** Fetches an address and follows where it leads, a few times, checking each hop like the first. */
final class Redirects {
  private static final int MOST = 3;

  private final PeerClient client;
  private final HostPolicies policies;

  Redirects(PeerClient client, HostPolicies policies) {
    this.client = client;
    this.policies = policies;
  }

  /**
   * @param prepare sets headers and signs; asked for every hop, since a signature holds for one
   *     host
   * @throws Problem FORBIDDEN for suspended hosts, UPSTREAM where the redirects do not end, and as
   *     {@link PeerClient#send}
   */
  Landing follow(FediUrl start, UnaryOperator<PeerRequest> prepare, Deadline deadline) {
    return follow(start, prepare, client::send, deadline);
  }

  /**
   * As above.
   *
   * @param send asks, and does with the answer what is to be done
   */
  Landing follow(
      FediUrl start,
      UnaryOperator<PeerRequest> prepare,
      BiFunction<PeerRequest, Deadline, PeerResponse> send,
      Deadline deadline) {
    var url = start.withoutFragment();
    for (var hops = 0; hops <= MOST; hops++) {
      requireAllowed(url);
      var response = send.apply(prepare.apply(PeerRequest.get(url)), deadline);
      if (!response.isRedirect()) return new Landing(url, response);
      url = target(url, response);
    }
    throw Problem.upstream(start.text() + " redirects more than " + MOST + " times");
  }

  private static FediUrl target(FediUrl from, PeerResponse response) {
    var location = response.header("Location").orElse("");
    try {
      if (location.isEmpty()) throw Problem.malformed("There is no Location");
      return FediUrl.parse(from.toUri().resolve(URI.create(location)).toString()).withoutFragment();
    } catch (IllegalArgumentException | Problem malformed) {
      throw Problem.upstream(from.text() + " redirects to \"" + location + "\", not an address");
    }
  }

  /**
   * @throws Problem FORBIDDEN where the host is suspended
   */
  void requireAllowed(FediUrl url) {
    if (policies.isSuspended(url)) {
      throw Problem.forbidden(url.origin().authority() + " is suspended here");
    }
  }
}
