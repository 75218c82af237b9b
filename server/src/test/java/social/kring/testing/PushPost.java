package social.kring.testing;

import io.vertx.core.Vertx;
import social.kring.platform.http.PeerClient;
import social.kring.platform.http.PeerLimits;
import social.kring.platform.http.PeerRequest;
import social.kring.platform.http.PeerResponse;
import social.kring.platform.http.PrivatePeers;
import social.kring.platform.http.SystemNames;

/** The way to push services, as a node goes it, where those on this machine may be asked. */
public final class PushPost implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final PeerClient client =
      new PeerClient(
          vertx,
          new SystemNames(vertx),
          new PrivatePeers.All(),
          PeerLimits.PUSHING,
          "Kring/1.2.3 (+https://town.example/)");

  PeerResponse send(PeerRequest request) {
    return client.send(request);
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
