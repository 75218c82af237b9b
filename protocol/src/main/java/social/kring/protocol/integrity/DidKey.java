package social.kring.protocol.integrity;

import java.security.PublicKey;
import java.util.Optional;
import social.kring.protocol.Problem;

/**
 * An identity that is nothing but a key, and so belongs to no host. W3C CCG did:key.
 *
 * @param multikey the key, as {@link Multikey} writes it
 */
public record DidKey(String multikey) {
  private static final String PREFIX = "did:key:";

  /**
   * @throws Problem MALFORMED where it is not an Ed25519 key
   */
  public DidKey {
    Multikey.decode(multikey);
  }

  public static DidKey of(PublicKey key) {
    return new DidKey(Multikey.encode(key));
  }

  /**
   * From the DID, or from the DID URL of its one key, which repeats the key as its fragment.
   *
   * @throws Problem MALFORMED where it is another DID, or names another fragment
   */
  public static DidKey parse(String text) {
    if (!text.startsWith(PREFIX)) throw Problem.malformed("Expected did:key:z…");
    var parts = text.substring(PREFIX.length()).split("#", 2);
    if (parts.length == 2 && !parts[1].equals(parts[0])) {
      throw Problem.malformed("The fragment of a did:key repeats its key; this one does not");
    }
    return new DidKey(parts[0]);
  }

  public static Optional<DidKey> tryParse(String text) {
    try {
      return Optional.of(parse(text));
    } catch (Problem notOne) {
      return Optional.empty();
    }
  }

  public PublicKey key() {
    return Multikey.decode(multikey);
  }

  /** The DID. */
  public String text() {
    return PREFIX + multikey;
  }

  /** The DID URL of its key, as a proof names it. */
  public String verificationMethod() {
    return text() + "#" + multikey;
  }
}
