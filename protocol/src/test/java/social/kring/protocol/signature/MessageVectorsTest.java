package social.kring.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import social.kring.protocol.signature.StructuredField.BareItem.Octets;
import social.kring.protocol.signature.StructuredField.InnerList;
import social.kring.protocol.signature.StructuredField.Item;
import social.kring.protocol.url.FediUrl;

/** RFC 9421, appendix B.2.6 and section 4.3: those of its examples whose algorithms count here. */
class MessageVectorsTest {
  private static final String ED25519 =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=
      -----END PUBLIC KEY-----
      """;
  private static final String ED25519_PRIVATE =
      "MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF";
  private static final String RSA =
      """
      -----BEGIN RSA PUBLIC KEY-----
      MIIBCgKCAQEAhAKYdtoeoy8zcAcR874L8cnZxKzAGwd7v36APp7Pv6Q2jdsPBRrw
      WEBnez6d0UDKDwGbc6nxfEXAy5mbhgajzrw3MOEt8uA5txSKobBpKDeBLOsdJKFq
      MGmXCQvEG7YemcxDTRPxAleIAgYYRjTSd/QBwVW9OwNFhekro3RtlinV0a75jfZg
      kne/YiktSvLG34lw2zqXBDTC5NHROUqGTlML4PlNZS5Ri2U4aCNx2rUPRcKIlE0P
      uKxI4T+HIaFpv8+rdV6eUgOrB2xeI1dSFFn/nnv5OoZJEIB+VmuKn3DCUcCZSFlQ
      PSXSfBDiUGhwOw76WuSSsf1D4b/vLoJ10wIDAQAB
      -----END RSA PUBLIC KEY-----
      """;

  private static final Map<String, String> HEADERS =
      Map.of(
          "date", "Tue, 20 Apr 2021 02:07:55 GMT",
          "content-type", "application/json",
          "content-digest",
              "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:",
          "content-length", "18",
          "forwarded", "for=192.0.2.123;host=example.com;proto=https");

  @Test
  void the_ed25519_example_verifies_and_is_what_we_would_sign() {
    var text =
        base(
            "https://example.com/foo?param=Value&Pet=dog",
            "sig-b26=(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\""
                + " \"content-length\");created=1618884473;keyid=\"test-key-ed25519\"");
    var signature =
        octets(
            "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:");
    var secret = PrivateKeys.ofPkcs8(Base64.getDecoder().decode(ED25519_PRIVATE));
    assertThat(KeyAlgorithm.ED25519.verifies(PublicKeys.ofPem(ED25519), text, signature)).isTrue();
    assertThat(new SigningKey(SignedRequest.KEY_ID, secret).sign(text)).isEqualTo(signature);
  }

  @Test
  void the_rsa_example_verifies() {
    var text =
        base(
            "https://origin.host.internal.example/foo?param=Value&Pet=dog",
            "proxy_sig=(\"@method\" \"@authority\" \"@path\" \"content-digest\" \"content-type\""
                + " \"content-length\" \"forwarded\");created=1618884480;keyid=\"test-key-rsa\""
                + ";alg=\"rsa-v1_5-sha256\";expires=1618884540");
    var signature =
        octets(
            "proxy_sig=:S6ZzPXSdAMOPjN/6KXfXWNO/f7V6cHm7BXYUh3YD/fRad4BCaRZxP+JH+8XY1I6+8Cy+CM5g92iHgxtRPz+MjniOaYmdkDcnL9cCpXJleXsOckpURl49GwiyUpZ10KHgOEe11sx3G2gxI8S0jnxQB+Pu68U9vVcasqOWAEObtNKKZd8tSFu7LB5YAv0RAGhB8tmpv7sFnIm9y+7X5kXQfi8NMaZaA8i2ZHwpBdg7a6CMfwnnrtflzvZdXAsD3LH2TwevU+/PBPv0B6NMNk93wUs/vfJvye+YuI87HU38lZHowtznbLVdp770I6VHR6WfgS9ddzirrswsE1w5o0LV/g==:");
    assertThat(KeyAlgorithm.RSA_SHA256.verifies(PublicKeys.ofPem(RSA), text, signature)).isTrue();
  }

  private static byte[] base(String target, String signatureInput) {
    var input = StructuredFieldParser.dictionary("Signature-Input", signatureInput);
    return new MessageText(
            "POST", FediUrl.parse(target), name -> Optional.ofNullable(HEADERS.get(name)))
        .of((InnerList) input.values().iterator().next());
  }

  private static byte[] octets(String signature) {
    var members = StructuredFieldParser.dictionary("Signature", signature);
    return ((Octets) ((Item) members.values().iterator().next()).value()).value();
  }
}
