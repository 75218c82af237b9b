package social.kring.door.activitypub;

import java.util.Optional;
import social.kring.federation.actors.ActorRow;
import social.kring.protocol.Problem;
import social.kring.protocol.signature.RequestSignature;

/** Finds out who signed a request. */
public interface Signers {

  /** As below, as far as it is known here; nobody is asked. */
  Optional<ActorRow> known(RequestSignature signature);

  /**
   * The actor elsewhere whose own document names the key. Empty where the signature is not made by
   * it.
   *
   * @throws Problem where that cannot be found out now
   */
  Optional<ActorRow> of(RequestSignature signature);
}
