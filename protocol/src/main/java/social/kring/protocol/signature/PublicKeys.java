package social.kring.protocol.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import social.kring.protocol.Problem;

/** Reads and writes public keys: RSA from 2048 to 8192 bits, and Ed25519. */
public final class PublicKeys {
  private static final int LARGEST_RSA = 8_192;
  private static final int LONGEST_EXPONENT = 64;

  private PublicKeys() {}

  /**
   * A key as actors publish it: SPKI, or PKCS#1 as some older software writes it.
   *
   * @throws Problem MALFORMED, saying what was expected
   */
  public static PublicKey ofPem(String pem) {
    var block = PemBlock.parse(pem);
    return switch (block.label()) {
      case "PUBLIC KEY" -> ofSpki(block.content());
      case "RSA PUBLIC KEY" -> ofSpki(wrapped(block.content()));
      default -> throw refused("a PEM block of " + Shown.of(block.label()));
    };
  }

  /**
   * @param spki a SubjectPublicKeyInfo in DER (RFC 5280 §4.1)
   * @throws Problem MALFORMED, saying what was expected
   */
  public static PublicKey ofSpki(byte[] spki) {
    try {
      var factory = KeyFactory.getInstance(DerKeyKind.of(spki));
      return strong(factory.generatePublic(new X509EncodedKeySpec(spki)));
    } catch (GeneralSecurityException notAKey) {
      throw refused("something that no key is read from");
    }
  }

  /** SPKI in PEM, as peers expect it in {@code publicKeyPem}. */
  public static String toPem(PublicKey key) {
    return new PemBlock("PUBLIC KEY", key.getEncoded()).text();
  }

  /** Large keys and exponents only cost whoever verifies by them. */
  private static PublicKey strong(PublicKey key) {
    if (!(key instanceof RSAPublicKey rsa)) return key;
    var bits = rsa.getModulus().bitLength();
    if (bits < KeyAlgorithm.WEAKEST_RSA || bits > LARGEST_RSA) {
      throw refused("an RSA key of " + bits + " bits");
    }
    if (rsa.getPublicExponent().bitLength() > LONGEST_EXPONENT) {
      throw refused("an RSA key with an exponent of more than " + LONGEST_EXPONENT + " bits");
    }
    return key;
  }

  private static byte[] wrapped(byte[] pkcs1) {
    var rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    try {
      return new SubjectPublicKeyInfo(rsa, pkcs1).getEncoded();
    } catch (IOException impossible) {
      throw new IllegalStateException("Nothing is read or written here", impossible);
    }
  }

  private static Problem refused(String what) {
    return Problem.malformed(
        "The public key is " + what + ", expected RSA of 2048 to 8192 bits or Ed25519");
  }
}
