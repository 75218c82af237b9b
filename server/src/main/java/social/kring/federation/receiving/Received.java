package social.kring.federation.receiving;

import java.time.Instant;
import java.util.Optional;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.url.FediUrl;

/**
 * An activity with whoever vouches for it.
 *
 * @param signer the actor whose key signed the HTTP request
 * @param prover the actor whose key made a valid integrity proof, if there is one (FEP-8b32)
 * @param inbox the personal inbox's owner; empty at the shared inbox
 */
public record Received<A extends Activity>(
    A activity, FediUrl signer, Optional<FediUrl> prover, Optional<Long> inbox, Instant at) {

  /** The one who signed the request is the only one who may say this. */
  public Authority signedBy(FediUrl actor) {
    return signer.equals(actor)
        ? new Authority.Granted()
        : new Authority.Denied(signer.text() + " does not speak for " + actor.text());
  }

  /** The signer, or whoever made a valid proof: for what cannot do harm when replayed. */
  public Authority signedOrProvenBy(FediUrl actor) {
    return prover.filter(actor::equals).isPresent() ? new Authority.Granted() : signedBy(actor);
  }
}
