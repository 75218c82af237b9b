package social.kring.federation.actors;

import java.util.Arrays;
import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * A key of an actor.
 *
 * @param publicKey as SubjectPublicKeyInfo
 * @param privateKey as PKCS#8, only of local actors, never of an exit key
 */
public record StoredKey(
    FediUrl id, long actor, Kind kind, byte[] publicKey, Optional<byte[]> privateKey) {

  /** What a key is for. */
  public enum Kind {
    /** HTTP signatures. */
    RSA("rsa"),
    /** Integrity proofs of posts. */
    POST("post"),
    /** The person's own, which can move her away from a dead or hostile node. */
    EXIT("exit");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    static Kind of(String text) {
      return Arrays.stream(values()).filter(k -> k.text.equals(text)).findFirst().orElseThrow();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredKey that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Never the key itself. */
  @Override
  public String toString() {
    return kind + " " + id;
  }
}
