package social.kring.protocol.signature;

import java.security.PublicKey;
import java.time.Instant;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/**
 * A request's signature that covers all it must, is fresh, and whose digest fits the body. Whether
 * it is genuine, only the key can tell.
 */
public sealed interface RequestSignature permits CavageSignature, MessageSignature {

  /** Where to find the key. */
  FediUrl keyId();

  /** What the key's holder made of the request: the same only in the very same request. */
  byte[] octets();

  /** Whether the holder of this key's other half made it. Weak keys and other kinds never did. */
  boolean verifies(PublicKey key);

  /**
   * @throws Problem UNAUTHENTICATED, naming the rule that the request breaks
   */
  static RequestSignature of(ReceivedRequest request, Instant now) {
    // Only RFC 9421 has two fields; Mastodon tells them apart in the same way.
    return request.header("signature-input").isPresent()
        ? MessageSignature.of(request, now)
        : CavageSignature.of(request, now);
  }
}
