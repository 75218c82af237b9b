package social.kring.federation.actors;

import java.time.Clock;
import social.kring.federation.peers.SignatureDialect;
import social.kring.federation.remote.FetchSigner;
import social.kring.federation.sending.DeliverySigner;
import social.kring.platform.cpu.CpuPool;
import social.kring.platform.http.PeerRequest;
import social.kring.protocol.signature.CavageSigner;
import social.kring.protocol.signature.MessageSigner;

/** Signs what goes out: deliveries in the name of their senders, fetches in the node's own. */
public final class ActorSigner implements FetchSigner, DeliverySigner {
  private final SigningKeys keys;
  private final long instance;
  private final CpuPool cpu;
  private final Clock clock;

  /**
   * @param instance the id of the {@link InstanceActor}
   */
  public ActorSigner(SigningKeys keys, long instance, CpuPool cpu, Clock clock) {
    this.keys = keys;
    this.instance = instance;
    this.cpu = cpu;
    this.clock = clock;
  }

  /** Everybody understands the older dialect. */
  @Override
  public PeerRequest sign(PeerRequest request) {
    return sign(request, instance, SignatureDialect.CAVAGE);
  }

  @Override
  public PeerRequest sign(PeerRequest request, long sender, SignatureDialect dialect) {
    var key = keys.forRequests(sender);
    var method = request.method().name();
    var now = clock.instant();
    return request.with(
        cpu.compute(
            () ->
                switch (dialect) {
                  case CAVAGE -> CavageSigner.sign(method, request.url(), request.body(), key, now);
                  case RFC9421 ->
                      MessageSigner.sign(method, request.url(), request.body(), key, now);
                }));
  }
}
