package social.kring.door.activitypub;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import social.kring.community.Reader;
import social.kring.door.Incoming;
import social.kring.federation.peers.HostPolicies;
import social.kring.protocol.Problem;
import social.kring.protocol.signature.ReceivedRequest;
import social.kring.protocol.signature.RequestSignature;
import social.kring.protocol.url.FediUrl;

/**
 * Tells who asks for a document by the signature on the request. Whoever signs wrongly sees what
 * everyone sees, since peers differ in how they sign.
 */
public final class Readers {
  private static final byte[] NO_BODY = {};

  private final Signers signers;
  private final HostPolicies policies;
  private final Clock clock;

  public Readers(Signers signers, HostPolicies policies, Clock clock) {
    this.signers = signers;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * @throws Problem FORBIDDEN for those whom this node does not deal with
   */
  Asking of(RoutingContext context) {
    if (!context.request().headers().contains("Signature")) return Asking.PUBLIC;
    try {
      return signed(RequestSignature.of(received(context), clock.instant()));
    } catch (Problem problem) {
      if (problem.kind() == Problem.Kind.FORBIDDEN) throw problem;
      return Asking.unproven(problem);
    }
  }

  private Asking signed(RequestSignature signature) {
    refuseSuspended(signature.keyId());
    var actor =
        signers
            .of(signature)
            .orElseThrow(
                () ->
                    Problem.unauthenticated(
                        "The signature does not fit the key " + signature.keyId()));
    refuseSuspended(actor.uri());
    if (!actor.standing().active()) throw refused();
    return new Asking(Reader.of(actor.id()), Optional.empty());
  }

  private void refuseSuspended(FediUrl url) {
    if (policies.isSuspended(url)) throw refused();
  }

  private static Problem refused() {
    return Problem.forbidden("This node does not deal with yours");
  }

  private static ReceivedRequest received(RoutingContext context) {
    return new ReceivedRequest(
        context.request().method().name(), Incoming.url(context), headers(context), NO_BODY);
  }

  private static Map<String, String> headers(RoutingContext context) {
    var headers = new TreeMap<String, String>();
    context
        .request()
        .headers()
        .forEach(
            (name, value) ->
                headers.merge(
                    name.toLowerCase(Locale.ROOT), value, (one, more) -> one + ", " + more));
    return headers;
  }
}
