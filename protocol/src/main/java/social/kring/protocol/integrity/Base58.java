package social.kring.protocol.integrity;

import java.math.BigInteger;
import social.kring.protocol.Problem;

/** Base58 with Bitcoin's alphabet, as multibase means by {@code z}. */
final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger RADIX = BigInteger.valueOf(58);

  /** Decoding takes quadratic time; keys and signatures are far shorter. */
  private static final int LONGEST = 256;

  private Base58() {}

  static String encode(byte[] bytes) {
    var digits = new StringBuilder();
    for (var rest = new BigInteger(1, bytes); rest.signum() > 0; ) {
      var parts = rest.divideAndRemainder(RADIX);
      digits.append(ALPHABET.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    for (var i = 0; i < bytes.length && bytes[i] == 0; i++) digits.append(ALPHABET.charAt(0));
    return digits.reverse().toString();
  }

  /**
   * @throws Problem MALFORMED for another alphabet, or more than 256 characters
   */
  static byte[] decode(String text) {
    if (text.length() > LONGEST) throw Problem.malformed("A base58 text is too long");
    var value = BigInteger.ZERO;
    for (var i = 0; i < text.length(); i++) {
      value = value.multiply(RADIX).add(BigInteger.valueOf(digit(text.charAt(i))));
    }
    return withZeros(leadingOnes(text), value);
  }

  private static int digit(char c) {
    var digit = ALPHABET.indexOf(c);
    if (digit < 0) throw Problem.malformed("'" + c + "' is not of base58's alphabet");
    return digit;
  }

  private static int leadingOnes(String text) {
    var ones = 0;
    while (ones < text.length() && text.charAt(ones) == ALPHABET.charAt(0)) ones++;
    return ones;
  }

  private static byte[] withZeros(int zeros, BigInteger value) {
    var length = (value.bitLength() + 7) / 8;
    var magnitude = value.toByteArray();
    var bytes = new byte[zeros + length];
    System.arraycopy(magnitude, magnitude.length - length, bytes, zeros, length);
    return bytes;
  }
}
