package social.kring.community.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class Argon2idTest {
  private static final Argon2id CHEAP = new Argon2id(64, 1, 1);

  private final SecureRandom random = new SecureRandom();

  @Test
  void a_password_verifies_against_its_own_hash_only() {
    var hash = CHEAP.hash("correct horse", random);

    assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
    assertThat(Argon2id.verify("correct horse", hash)).isTrue();
    assertThat(Argon2id.verify("correct house", hash)).isFalse();
  }

  @Test
  void the_same_password_never_has_the_same_hash() {
    assertThat(CHEAP.hash("x", random)).isNotEqualTo(CHEAP.hash("x", random));
  }

  /** From the reference implementation's test.c: version 0x13, argon2id, 2 passes, 256 KiB. */
  @Test
  void hashes_of_the_reference_implementation_verify() {
    var hash =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ" + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    assertThat(Argon2id.verify("password", hash)).isTrue();
    assertThat(Argon2id.verify("Password", hash)).isFalse();
  }

  @Test
  void what_is_no_hash_verifies_nothing() {
    assertThat(Argon2id.verify("", "")).isFalse();
    assertThat(Argon2id.verify("password", "$argon2i$v=19$m=256,t=2,p=1$c29t$AAAA")).isFalse();
  }
}
