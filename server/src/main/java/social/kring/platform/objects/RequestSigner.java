package social.kring.platform.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests to S3 in their headers, as AWS Signature Version 4 has it. */
final class RequestSigner {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String SERVICE = "s3";
  private static final HexFormat HEX = HexFormat.of();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int DAY = 8;

  private final Bucket.Access access;
  private final String region;

  RequestSigner(Bucket.Access access, String region) {
    this.access = access;
    this.region = region;
  }

  /**
   * @param path encoded as it is sent, without a query
   * @param headers all that are to be signed, {@code host} among them
   * @param digest of the body, in hexadecimal
   * @return those headers and the ones that sign them
   */
  Map<String, String> signed(
      String method, String path, Map<String, String> headers, String digest, Instant now) {
    var all = new TreeMap<String, String>();
    headers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), value.strip()));
    all.put("x-amz-content-sha256", digest);
    all.put("x-amz-date", TIME.format(now));
    var names = String.join(";", all.keySet());
    var lines =
        all.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    var request = String.join("\n", method, path, "", lines, names, digest);
    all.put("authorization", authorization(request, names, TIME.format(now)));
    return all;
  }

  private String authorization(String request, String names, String time) {
    var day = time.substring(0, DAY);
    var scope = String.join("/", day, region, SERVICE, "aws4_request");
    var text = String.join("\n", ALGORITHM, time, scope, HEX.formatHex(sha256(request)));
    var key = hmac(hmac(hmac(hmac(secret(), day), region), SERVICE), "aws4_request");
    return "%s Credential=%s/%s,SignedHeaders=%s,Signature=%s"
        .formatted(ALGORITHM, access.key(), scope, names, HEX.formatHex(hmac(key, text)));
  }

  private byte[] secret() {
    return ("AWS4" + access.secret()).getBytes(UTF_8);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
