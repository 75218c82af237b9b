package social.kring.protocol.integrity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/** Published examples, and keys that are no secret. */
final class Vectors {
  private Vectors() {}

  static Tree read(String file) {
    try (var in = Vectors.class.getResourceAsStream("/integrity/" + file)) {
      return StrictJson.parse(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static PrivateKey secret(byte[] seed) {
    try {
      var encoded =
          HexFormat.of()
              .parseHex("302e020100300506032b657004220420" + HexFormat.of().formatHex(seed));
      return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static PrivateKey labelled(String label) {
    try {
      return secret(
          MessageDigest.getInstance("SHA-256").digest(label.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
