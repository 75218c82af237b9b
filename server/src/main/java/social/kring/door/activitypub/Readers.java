package social.kring.door.activitypub;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import social.kring.community.Reader;
import social.kring.door.Incoming;
import social.kring.federation.actors.ActorRow;
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
   * Who asks, as far as that is known here: whoever is not, reads as the public does.
   *
   * @throws Problem FORBIDDEN for those whom this node does not deal with
   */
  Asking known(RoutingContext context) {
    return asking(
        context, signature -> signers.known(signature).map(this::reader).orElse(Asking.PUBLIC));
  }

  /**
   * Who asks, fetching the key if need be.
   *
   * @throws Problem FORBIDDEN for those whom this node does not deal with
   */
  Asking of(RoutingContext context) {
    return asking(
        context,
        signature ->
            signers
                .of(signature)
                .map(this::reader)
                .orElseThrow(
                    () ->
                        Problem.unauthenticated(
                            "The signature does not fit the key " + signature.keyId())));
  }

  private Asking asking(RoutingContext context, Function<RequestSignature, Asking> find) {
    if (!context.request().headers().contains("Signature")) return Asking.PUBLIC;
    try {
      var signature = RequestSignature.of(received(context), clock.instant());
      refuseSuspended(signature.keyId());
      return find.apply(signature);
    } catch (Problem problem) {
      if (problem.kind() == Problem.Kind.FORBIDDEN) throw problem;
      return Asking.unproven(problem);
    }
  }

  private Asking reader(ActorRow actor) {
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
