package social.kring.protocol.signature;

import java.util.Arrays;

/** Which kind of key a DER structure holds, by the object identifier near its start. */
final class DerKeyKind {
  /** 1.3.101.112 (RFC 8410 §3). */
  private static final byte[] ED25519 = {0x06, 0x03, 0x2b, 0x65, 0x70};

  private static final int FURTHEST = 12;

  private DerKeyKind() {}

  /** As JCA names it. RSA where it is not Ed25519: reading it will tell. */
  static String of(byte[] der) {
    for (var start = 0; start <= FURTHEST; start++) {
      var end = start + ED25519.length;
      if (end <= der.length && Arrays.equals(der, start, end, ED25519, 0, ED25519.length)) {
        return "Ed25519";
      }
    }
    return "RSA";
  }
}
