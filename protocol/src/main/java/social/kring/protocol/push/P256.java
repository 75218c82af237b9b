package social.kring.protocol.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;
import social.kring.protocol.Problem;

/** The curve of push messages, secp256r1, with points as X9.62 writes them uncompressed. */
final class P256 {
  static final int POINT_BYTES = 65;

  private static final int COORDINATE_BYTES = 32;
  private static final byte UNCOMPRESSED = 4;
  private static final ECParameterSpec CURVE = curve();

  private P256() {}

  private static ECParameterSpec curve() {
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has P-256", impossible);
    }
  }

  static KeyPair generate(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has P-256", impossible);
    }
  }

  /**
   * @throws Problem INVALID for what is no point of the curve: agreeing on a key with one would
   *     give away our own
   */
  static ECPublicKey publicKey(byte[] point) {
    if (point.length != POINT_BYTES || point[0] != UNCOMPRESSED) {
      throw Problem.invalid("the key is not an uncompressed point of 65 bytes");
    }
    var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE_BYTES));
    var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE_BYTES, POINT_BYTES));
    if (!isOnCurve(x, y)) throw Problem.invalid("the key is not a point of the curve P-256");
    try {
      var spec = new ECPublicKeySpec(new ECPoint(x, y), CURVE);
      return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
    } catch (GeneralSecurityException refused) {
      throw Problem.invalid("the key is not a point of the curve P-256");
    }
  }

  private static boolean isOnCurve(BigInteger x, BigInteger y) {
    var curve = CURVE.getCurve();
    var p = ((ECFieldFp) curve.getField()).getP();
    if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) return false;
    var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
    return y.pow(2).mod(p).equals(right);
  }

  static ECPrivateKey privateKey(byte[] scalar) {
    try {
      var spec = new ECPrivateKeySpec(new BigInteger(1, scalar), CURVE);
      return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec);
    } catch (GeneralSecurityException refused) {
      throw new IllegalArgumentException("This is no private key of P-256", refused);
    }
  }

  static byte[] point(ECPublicKey key) {
    var point = new byte[POINT_BYTES];
    point[0] = UNCOMPRESSED;
    write(key.getW().getAffineX(), point, 1);
    write(key.getW().getAffineY(), point, 1 + COORDINATE_BYTES);
    return point;
  }

  static byte[] scalar(ECPrivateKey key) {
    var scalar = new byte[COORDINATE_BYTES];
    write(key.getS(), scalar, 0);
    return scalar;
  }

  private static void write(BigInteger number, byte[] into, int at) {
    var bytes = number.toByteArray();
    var used = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - used, into, at + COORDINATE_BYTES - used, used);
  }

  static byte[] agree(ECPrivateKey own, ECPublicKey other) {
    try {
      var agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(own);
      agreement.doPhase(other, true);
      return agreement.generateSecret();
    } catch (GeneralSecurityException refused) {
      throw new IllegalStateException("The keys do not fit", refused);
    }
  }
}
