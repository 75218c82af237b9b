package social.kring.protocol.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;

class MultikeyTest {
  private static final String ALICE = "z6MkjAeVCnyBNHKfDJk2gNSSqckCFXuAWEDkRPq5XKNupyZX";

  /** From draft-msporny-base58-03 §5. */
  @ParameterizedTest
  @CsvSource({
    "48656c6c6f20576f726c6421, 2NEpo7TZRRrLZSi2U",
    "54686520717569636b2062726f776e20666f78206a756d7073206f76657220746865206c617a7920646f672e,"
        + " USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z",
    "0000287fb4cd, 11233QC4"
  })
  void base58_is_that_of_its_published_examples(String hex, String text) {
    var bytes = HexFormat.of().parseHex(hex);

    assertThat(Base58.encode(bytes)).isEqualTo(text);
    assertThat(Base58.decode(text)).isEqualTo(bytes);
  }

  @Property(tries = 500)
  void base58_brings_every_byte_back(@ForAll @Size(max = 100) byte[] bytes) {
    assertThat(Base58.decode(Base58.encode(bytes))).isEqualTo(bytes);
  }

  @Test
  void a_key_is_read_and_written_as_it_was() {
    var key = Multikey.decode(ALICE);

    assertThat(key.getAlgorithm()).isIn("Ed25519", "EdDSA");
    assertThat(Multikey.encode(key)).isEqualTo(ALICE);
  }

  @Property(tries = 100)
  void every_new_key_survives_the_round_trip(@ForAll @Size(32) byte[] seed) throws Exception {
    var generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(255, new java.security.SecureRandom(seed));
    var key = generator.generateKeyPair().getPublic();

    assertThat(Multikey.decode(Multikey.encode(key)).getEncoded()).isEqualTo(key.getEncoded());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "z",
        "6MkjAeVCnyBNHKfDJk2gNSSqckCFXuAWEDkRPq5XKNupyZX",
        "uAeVCnyBNHKfDJk2gNSSqckCFXuAWEDkRPq5XKNupyZX",
        "z6MkjAeVCnyBNHKfDJk2gNSSqckCFXuAWEDkRPq5XKNupyZ",
        "z6MkjAeVCnyBNHKfDJk2gNSSqckCFXuAWEDkRPq5XKNupyZX1",
        "z0OIl",
        "zß"
      })
  void what_is_no_multikey_is_refused(String text) {
    assertMalformed(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e701", /* secp256k1-pub */ "8024", /* p256-pub */ "ec01", /* x25519-pub */
        "8026" /* ed25519-priv */, "ed00", "00ed"
      })
  void keys_of_another_kind_are_refused(String codec) {
    var bytes = Arrays.copyOf(HexFormat.of().parseHex(codec), 34);
    bytes[33] = 7;

    assertMalformed("z" + Base58.encode(bytes));
  }

  @Test
  void a_text_that_is_too_long_is_refused_before_it_is_decoded() {
    assertMalformed("z" + "6".repeat(1 << 20));
  }

  @Test
  void a_key_of_another_kind_is_not_written() throws Exception {
    var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();

    assertThatThrownBy(() -> Multikey.encode(rsa))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.MALFORMED));
  }

  @Property(tries = 500)
  void nothing_but_a_problem_comes_of_noise(@ForAll @StringLength(max = 80) String noise) {
    try {
      assertThat(Multikey.encode(Multikey.decode("z" + noise))).isEqualTo("z" + noise);
    } catch (Problem refused) {
      assertThat(refused.kind()).isEqualTo(Problem.Kind.MALFORMED);
    }
  }

  private static void assertMalformed(String text) {
    assertThatThrownBy(() -> Multikey.decode(text))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.MALFORMED));
  }
}
