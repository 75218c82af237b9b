package social.kring.protocol.signature;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/**
 * What a {@code Signature} header says. draft-cavage-http-signatures-12 §2.1.
 *
 * @param algorithm in lower case; hs2019 where nothing is said
 * @param covered lower-case names of headers and pseudo-headers, each once
 * @param created as written, since that is what was signed
 * @param expires as written
 */
record CavageParameters(
    FediUrl keyId,
    String algorithm,
    List<String> covered,
    Optional<String> created,
    Optional<String> expires,
    byte[] signature) {

  private static final Pattern SECONDS = Pattern.compile("([0-9]{1,15})(?:\\.[0-9]{1,9})?");

  static CavageParameters parse(String header) {
    var written = CavageScanner.parameters(header);
    return new CavageParameters(
        keyId(required(written, "keyId")),
        Optional.ofNullable(written.get("algorithm")).orElse("hs2019").toLowerCase(Locale.ROOT),
        covered(Optional.ofNullable(written.get("headers")).orElse("(created)")),
        Optional.ofNullable(written.get("created")),
        Optional.ofNullable(written.get("expires")),
        signature(required(written, "signature")));
  }

  /**
   * The time in {@code created} or {@code expires}.
   *
   * @throws Problem UNAUTHENTICATED where it is no number of seconds
   */
  static Instant time(String name, String written) {
    var seconds = SECONDS.matcher(written);
    if (!seconds.matches()) {
      throw Problem.unauthenticated(
          name + " is \"" + Shown.of(written) + "\", expected seconds since 1970");
    }
    return Instant.ofEpochSecond(Long.parseLong(seconds.group(1)));
  }

  private static String required(Map<String, String> written, String name) {
    var value = written.get(name.toLowerCase(Locale.ROOT));
    if (value == null) throw Problem.unauthenticated("The Signature header has no " + name);
    return value;
  }

  private static FediUrl keyId(String written) {
    return FediUrl.tryParse(written)
        .orElseThrow(
            () ->
                Problem.unauthenticated(
                    "keyId is \"" + Shown.of(written) + "\", expected the key's address"));
  }

  private static List<String> covered(String written) {
    var names = List.of(written.strip().toLowerCase(Locale.ROOT).split(" +"));
    if (names.stream().distinct().count() < names.size()) {
      throw Problem.unauthenticated("\"" + Shown.of(written) + "\" covers a header twice");
    }
    return names;
  }

  private static byte[] signature(String written) {
    try {
      return Base64.getDecoder().decode(written);
    } catch (IllegalArgumentException notBase64) {
      throw Problem.unauthenticated("The signature is not base64");
    }
  }
}
