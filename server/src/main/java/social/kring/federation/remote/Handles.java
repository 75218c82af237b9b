package social.kring.federation.remote;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.random.RandomGenerator;
import social.kring.federation.peers.HostPolicies;
import social.kring.platform.http.PeerClient;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.discovery.WebFinger;

/** Finds who is behind a handle at another host (RFC 7033). */
public final class Handles {
  private final Redirects redirects;
  private final PeerClient client;
  private final SingleFlight<Handle, WebFinger> flights;

  public Handles(PeerClient client, HostPolicies policies, Ticker ticker, RandomGenerator random) {
    this.redirects = new Redirects(client, policies);
    this.client = client;
    this.flights = new SingleFlight<>(new Misses<>(ticker, random));
  }

  /**
   * Asks the handle's host: by http on this machine, by https elsewhere.
   *
   * @return the answer, whose subject may be another handle. It is a claim: only an actor that
   *     names the handle, whose host names the actor, proves it
   * @throws Problem as {@link RemoteDocuments#fetch}
   */
  public WebFinger resolve(Handle handle) {
    redirects.requireAllowed(handle.webFingerUrl());
    return flights.get(handle, () -> ask(handle));
  }

  private WebFinger ask(Handle handle) {
    var landing =
        redirects.follow(
            handle.webFingerUrl(),
            request -> request.with("Accept", MediaTypes.ACCEPT_JRD),
            client.deadline());
    return landing.document(MediaTypes::isJson, WebFinger::from);
  }
}
