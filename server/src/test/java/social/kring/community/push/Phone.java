package social.kring.community.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What an app does with a message, in the words of RFC 8291 and of the draft before. */
final class Phone {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KeyPair keys;
  private final byte[] secret = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);

  Phone() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
  }

  String point() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(ownPoint());
  }

  String secret() {
    return Base64.getUrlEncoder().encodeToString(secret);
  }

  JsonNode reads(byte[] body) throws GeneralSecurityException, IOException {
    var in = ByteBuffer.wrap(body);
    var salt = bytes(in, 16);
    in.getInt();
    var sender = bytes(in, in.get());
    var key = hkdf(secret, agree(sender), join(text("WebPush: info\0"), ownPoint(), sender), 32);
    var plain =
        decrypt(
            hkdf(salt, key, text("Content-Encoding: aes128gcm\0"), 16),
            hkdf(salt, key, text("Content-Encoding: nonce\0"), 12),
            bytes(in, in.remaining()));
    return JSON.readTree(Arrays.copyOf(plain, plain.length - 1));
  }

  JsonNode readsDraft(byte[] body, String encryption, String cryptoKey)
      throws GeneralSecurityException, IOException {
    var salt = decoded(encryption.replaceFirst(".*salt=([^;]+).*", "$1"));
    var sender = decoded(cryptoKey.replaceFirst(".*dh=([^;]+).*", "$1"));
    var key = hkdf(secret, agree(sender), text("Content-Encoding: auth\0"), 32);
    var context = join(text("P-256\0\0A"), ownPoint(), text("\0A"), sender);
    var plain =
        decrypt(
            hkdf(salt, key, join(text("Content-Encoding: aesgcm\0"), context), 16),
            hkdf(salt, key, join(text("Content-Encoding: nonce\0"), context), 12),
            body);
    return JSON.readTree(Arrays.copyOfRange(plain, 2, plain.length));
  }

  private byte[] ownPoint() {
    var w = ((ECPublicKey) keys.getPublic()).getW();
    return join(new byte[] {4}, number(w.getAffineX()), number(w.getAffineY()));
  }

  private static byte[] number(BigInteger number) {
    var bytes = join(new byte[32], number.toByteArray());
    return Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length);
  }

  private byte[] agree(byte[] point) throws GeneralSecurityException {
    var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33));
    var y = new BigInteger(1, Arrays.copyOfRange(point, 33, 65));
    var curve = ((ECPublicKey) keys.getPublic()).getParams();
    var other =
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    var agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(other, true);
    return agreement.generateSecret();
  }

  private static byte[] hkdf(byte[] salt, byte[] key, byte[] info, int length)
      throws GeneralSecurityException {
    return Arrays.copyOf(hmac(hmac(salt, key), join(info, new byte[] {1})), length);
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  private static byte[] decrypt(byte[] key, byte[] nonce, byte[] text)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    return cipher.doFinal(text);
  }

  private static byte[] bytes(ByteBuffer in, int count) {
    var bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] join(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (var part : parts) joined.writeBytes(part);
    return joined.toByteArray();
  }
}
