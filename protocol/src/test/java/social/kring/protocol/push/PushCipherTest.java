package social.kring.protocol.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.url.FediUrl;

/** The published examples of RFC 8291 and of the draft before it, byte for byte. */
class PushCipherTest {

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static KeyPair pair(String point, String scalar) {
    return new KeyPair(P256.publicKey(decoded(point)), P256.privateKey(decoded(scalar)));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** RFC 8291 §5. */
  @Test
  void the_standard_is_met() {
    var recipient =
        PushRecipient.parse(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "BTBZMqHH6r4Tts7J_aSIgg");
    var sender =
        pair(
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
            "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");

    var sealed =
        PushCipher.aes128gcm(
            text("When I grow up, I want to be a watermelon"),
            recipient,
            sender,
            decoded("DGv6ra1nlYgDCS1FRnbzlw"));

    assertThat(encoded(sealed.body()))
        .isEqualTo(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    assertThat(sealed.headers()).containsEntry("Content-Encoding", "aes128gcm");
  }

  /** draft-ietf-webpush-encryption-04 §5. */
  @Test
  void the_draft_that_apps_in_use_need_is_met() {
    var recipient =
        PushRecipient.parse(
            "BCEkBjzL8Z3C-oi2Q7oE5t2Np-p7osjGLg93qUP0wvqRT21EEWyf0cQDQcakQMqz4hQKYOQ3il2nNZct4HgAUQU",
            "R29vIGdvbyBnJyBqb29iIQ");
    var sender =
        pair(
            "BNoRDbb84JGm8g5Z5CFxurSqsXWJ11ItfXEWYVLE85Y7CYkDjXsIEc4aqxYaQ1G8BqkXCJ6DPpDrWtdWj_mugHU",
            "nCScek-QpEjmOOlT-rQ38nZzvdPlqa00Zy0i6m2OJvY");

    var sealed =
        PushCipher.aesgcm(
            text("I am the walrus"), recipient, sender, decoded("lngarbyKfMoi9Z75xYXmkg"));

    assertThat(encoded(sealed.body())).isEqualTo("6nqAQUME8hNqw5J3kl8cpVVJylXKYqZOeseZG8UueKpA");
    assertThat(sealed.headers())
        .containsEntry("Content-Encoding", "aesgcm")
        .containsEntry("Encryption", "salt=lngarbyKfMoi9Z75xYXmkg")
        .containsEntry(
            "Crypto-Key",
            "dh=BNoRDbb84JGm8g5Z5CFxurSqsXWJ11ItfXEWYVLE85Y7CYkDjXsIEc4aqxYaQ1G8BqkXCJ6DPpDrWtdWj_mugHU");
  }

  @Test
  void no_two_messages_share_a_key() {
    var recipient =
        new PushRecipient(
            P256.point(
                (java.security.interfaces.ECPublicKey)
                    P256.generate(new SecureRandom()).getPublic()),
            new byte[16]);
    var cipher = new PushCipher(new SecureRandom());

    var first = cipher.aes128gcm(text("the same"), recipient).body();
    var second = cipher.aes128gcm(text("the same"), recipient).body();

    assertThat(encoded(first).substring(0, 20)).isNotEqualTo(encoded(second).substring(0, 20));
    assertThat(encoded(first).substring(120)).isNotEqualTo(encoded(second).substring(120));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not base64!",
        "BCVxsr7N",
        // Not on the curve: the last byte is another.
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw8",
        // The point at infinity has no such form.
        "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void a_key_that_is_none_is_refused(String point) {
    assertThatThrownBy(() -> PushRecipient.parse(point, "BTBZMqHH6r4Tts7J_aSIgg"))
        .isInstanceOf(Problem.class);
  }

  @Test
  void a_secret_of_another_length_is_refused() {
    assertThatThrownBy(
            () ->
                PushRecipient.parse(
                    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                    "AAAA"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("16 bytes");
  }

  /** RFC 8292 §2. */
  @Test
  void a_push_service_can_tell_who_sends() throws Exception {
    var key = VapidKey.generate(new SecureRandom());
    var endpoint = FediUrl.parse("https://push.example:8443/send/abc");
    var until = Instant.parse("2026-11-24T12:00:00Z");

    var parts = key.token(endpoint, until, "https://town.example/").split("\\.");

    var claims = StrictJson.parse(new String(decoded(parts[1]), StandardCharsets.UTF_8));
    assertThat(claims.string("aud")).contains("https://push.example:8443");
    assertThat(claims.number("exp")).contains(until.getEpochSecond());
    assertThat(claims.string("sub")).contains("https://town.example/");
    var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(P256.publicKey(decoded(key.publicText())));
    signature.update(text(parts[0] + "." + parts[1]));
    assertThat(signature.verify(decoded(parts[2]))).isTrue();
  }

  @Test
  void a_key_is_the_same_after_it_was_stored() {
    var key = VapidKey.generate(new SecureRandom());
    var again = new VapidKey(key.point(), key.scalar());

    assertThat(again.publicText()).isEqualTo(key.publicText());
    assertThat(again.scalar()).isEqualTo(key.scalar());
  }
}
