package social.kring.community.access;

import java.security.SecureRandom;
import java.util.Optional;
import social.kring.platform.cpu.CpuPool;
import social.kring.protocol.Problem;

/** Hashes and checks passwords, away from the threads that serve requests. */
final class Passwords {
  static final int SHORTEST = 8;
  static final int LONGEST = 256;

  private final Argon2id argon2id;
  private final SecureRandom random;
  private final CpuPool pool;
  private final String nobodys;

  Passwords(Argon2id argon2id, SecureRandom random, CpuPool pool) {
    this.argon2id = argon2id;
    this.random = random;
    this.pool = pool;
    this.nobodys = argon2id.hashOfNothing(random);
  }

  /**
   * @throws Problem INVALID for a password too short or too long
   */
  String hash(String password) {
    check(password);
    return pool.compute(() -> argon2id.hash(password, random));
  }

  /**
   * @throws Problem INVALID for a password too short or too long
   */
  static void check(String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw Problem.invalid(
          "a password has %d to %d characters, this one %d"
              .formatted(SHORTEST, LONGEST, password.length()));
    }
  }

  /** Takes the same time whether or not there is a hash to compare with. */
  boolean verify(String password, Optional<String> hash) {
    var tried = password.substring(0, Math.min(password.length(), LONGEST));
    return pool.compute(() -> Argon2id.verify(tried, hash.orElse(nobodys))) && hash.isPresent();
  }
}
