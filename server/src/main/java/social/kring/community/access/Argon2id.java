package social.kring.community.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) with hashes in PHC form, so that old hashes verify after the costs changed.
 *
 * @param memory in KiB
 */
record Argon2id(int memory, int passes, int lanes) {
  /** What OWASP's password storage cheat sheet asks for. */
  static final Argon2id RECOMMENDED = new Argon2id(19_456, 2, 1);

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  String hash(String password, SecureRandom random) {
    var salt = bytes(SALT_BYTES, random);
    return phc(salt, digest(password, salt, HASH_BYTES));
  }

  /** Costs as much to verify as any other, and no password is known that does. */
  String hashOfNothing(SecureRandom random) {
    return phc(bytes(SALT_BYTES, random), bytes(HASH_BYTES, random));
  }

  private static byte[] bytes(int count, SecureRandom random) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private String phc(byte[] salt, byte[] digest) {
    var encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            memory, passes, lanes, encoder.encodeToString(salt), encoder.encodeToString(digest));
  }

  /** Whether the password is the one of this hash, whatever costs it was made with. */
  static boolean verify(String password, String phc) {
    var parts = PHC.matcher(phc);
    if (!parts.matches()) {
      return false;
    }
    var costs =
        new Argon2id(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)));
    var expected = Base64.getDecoder().decode(parts.group(5));
    var salt = Base64.getDecoder().decode(parts.group(4));
    return MessageDigest.isEqual(expected, costs.digest(password, salt, expected.length));
  }

  private byte[] digest(String password, byte[] salt, int length) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    var digest = new byte[length];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), digest);
    return digest;
  }
}
