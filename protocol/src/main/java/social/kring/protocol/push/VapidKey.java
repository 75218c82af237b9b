package social.kring.protocol.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** The key by which push services know who sends. RFC 8292. */
public final class VapidKey {
  private static final String HEADER =
      PushCipher.base64url("{\"typ\":\"JWT\",\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_8));

  private final byte[] point;
  private final ECPrivateKey key;

  /**
   * @param point the public key, uncompressed
   * @param scalar the private key
   */
  public VapidKey(byte[] point, byte[] scalar) {
    this.point = point.clone();
    this.key = P256.privateKey(scalar);
  }

  public static VapidKey generate(SecureRandom random) {
    var pair = P256.generate(random);
    return new VapidKey(
        P256.point((ECPublicKey) pair.getPublic()), P256.scalar((ECPrivateKey) pair.getPrivate()));
  }

  /** As apps want it. */
  public String publicText() {
    return PushCipher.base64url(point);
  }

  public byte[] point() {
    return point.clone();
  }

  public byte[] scalar() {
    return P256.scalar(key);
  }

  /**
   * A token that says that we send to this endpoint's push service until then. §2.
   *
   * @param contact whom its operator can ask
   */
  public String token(FediUrl endpoint, Instant until, String contact) {
    var claims =
        Tree.builder()
            .put("aud", endpoint.origin().text())
            .put("exp", until.getEpochSecond())
            .put("sub", contact)
            .build();
    var signed = HEADER + "." + PushCipher.base64url(claims.toBytes());
    return signed + "." + PushCipher.base64url(sign(signed));
  }

  private byte[] sign(String text) {
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has ECDSA", impossible);
    }
  }
}
