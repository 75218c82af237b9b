package social.kring.protocol.integrity;

import java.security.PublicKey;
import java.util.Arrays;
import social.kring.protocol.Problem;

/**
 * A public key as one short text: multibase, multicodec, key. Only Ed25519 is spoken here. W3C
 * Controlled Identifiers §2.2.2, FEP-521a.
 */
public final class Multikey {
  private static final char BASE58BTC = 'z';

  /** {@code ed25519-pub}, 0xed as a varint. */
  private static final byte[] CODEC = {(byte) 0xed, 0x01};

  private Multikey() {}

  /**
   * As {@code publicKeyMultibase} says it.
   *
   * @throws Problem MALFORMED where it is not an Ed25519 key
   */
  public static String encode(PublicKey key) {
    var raw = Ed25519.raw(key);
    var bytes = Arrays.copyOf(CODEC, CODEC.length + raw.length);
    System.arraycopy(raw, 0, bytes, CODEC.length, raw.length);
    return BASE58BTC + Base58.encode(bytes);
  }

  /**
   * @throws Problem MALFORMED for another base, another kind of key, or too few or many bytes
   */
  public static PublicKey decode(String text) {
    var bytes = multibase(text);
    if (bytes.length < CODEC.length || !Arrays.equals(bytes, 0, 2, CODEC, 0, 2)) {
      throw Problem.malformed("A Multikey is of another kind than Ed25519 (multicodec 0xed)");
    }
    return Ed25519.publicKey(Arrays.copyOfRange(bytes, CODEC.length, bytes.length));
  }

  static byte[] multibase(String text) {
    if (text.isEmpty() || text.charAt(0) != BASE58BTC) {
      throw Problem.malformed("Expected base58btc, a text that starts with 'z'");
    }
    return Base58.decode(text.substring(1));
  }

  static String multibase(byte[] bytes) {
    return BASE58BTC + Base58.encode(bytes);
  }
}
