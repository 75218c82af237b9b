package social.kring.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An object store with one bucket. It checks signatures, digests and times as S3 does. */
public final class BucketPeer implements AutoCloseable {
  public static final String KEY = "AKIATOWN";
  public static final String SECRET = "a secret of the town";
  public static final String NAME = "town-media";
  public static final String REGION = "eu-central-1";

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=AKIATOWN/(\\d{8})/eu-central-1/s3/aws4_request,"
              + " ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Map<String, Stored> objects = new ConcurrentHashMap<>();
  private final AtomicBoolean away = new AtomicBoolean();
  private final WireMockServer server =
      new WireMockServer(
          options()
              .bindAddress("127.0.0.1")
              .dynamicPort()
              .jettyAcceptors(1)
              .extensions(new Shelf()));

  /** What lies there. */
  public record Stored(String type, byte[] content) {}

  public BucketPeer() {
    server.start();
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
  }

  public String authority() {
    return "localhost:" + server.port();
  }

  public Map<String, Stored> objects() {
    return objects;
  }

  public void goesAway() {
    away.set(true);
  }

  private final class Shelf implements ResponseDefinitionTransformerV2 {
    @Override
    public String getName() {
      return "shelf";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      return away.get() ? error(503, "SlowDown") : answer(event.getRequest());
    }
  }

  private ResponseDefinition answer(Request request) {
    if (!isSigned(request)) return error(403, "SignatureDoesNotMatch");
    if (!isFresh(request)) return error(403, "RequestTimeTooSkewed");
    if (!hex(sha256(request.getBody())).equals(request.getHeader("x-amz-content-sha256"))) {
      return error(400, "XAmzContentSHA256Mismatch");
    }
    if (!request.getUrl().startsWith("/" + NAME + "/")) return error(404, "NoSuchBucket");
    var key = request.getUrl().substring(NAME.length() + 2);
    return switch (request.getMethod().getName()) {
      case "PUT" -> put(key, request);
      case "GET" -> get(key);
      case "DELETE" -> {
        objects.remove(key);
        yield aResponse().withStatus(204).build();
      }
      default -> error(405, "MethodNotAllowed");
    };
  }

  private ResponseDefinition put(String key, Request request) {
    if (request.getHeader("Content-Length") == null) return error(411, "MissingContentLength");
    objects.put(key, new Stored(request.getHeader("Content-Type"), request.getBody()));
    return aResponse().withStatus(200).withHeader("ETag", "\"etag\"").build();
  }

  private ResponseDefinition get(String key) {
    var stored = objects.get(key);
    if (stored == null) return error(404, "NoSuchKey");
    return aResponse()
        .withStatus(200)
        .withHeader("Content-Type", stored.type())
        .withBody(stored.content())
        .build();
  }

  private static ResponseDefinition error(int status, String code) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/xml")
        .withBody("<Error><Code>" + code + "</Code></Error>")
        .build();
  }

  private static boolean isFresh(Request request) {
    var at = TIME.parse(request.getHeader("x-amz-date"), Instant::from);
    return Duration.between(at, Instant.now()).abs().compareTo(Duration.ofMinutes(15)) < 0;
  }

  private static boolean isSigned(Request request) {
    var header = request.getHeader("Authorization");
    var match = AUTHORIZATION.matcher(header == null ? "" : header);
    if (!match.matches()) return false;
    var names = Arrays.asList(match.group(2).split(";"));
    if (!names.contains("host") || !names.contains("x-amz-date")) return false;
    var lines =
        names.stream()
            .map(name -> name + ":" + request.getHeader(name).strip() + "\n")
            .collect(Collectors.joining());
    var canonical =
        request.getMethod().getName()
            + "\n"
            + request.getUrl()
            + "\n\n"
            + lines
            + "\n"
            + match.group(2)
            + "\n"
            + request.getHeader("x-amz-content-sha256");
    var text =
        "AWS4-HMAC-SHA256\n%s\n%s/%s/s3/aws4_request\n%s"
            .formatted(
                request.getHeader("x-amz-date"),
                match.group(1),
                REGION,
                hex(sha256(canonical.getBytes(UTF_8))));
    var key = ("AWS4" + SECRET).getBytes(UTF_8);
    for (var part : new String[] {match.group(1), REGION, "s3", "aws4_request", text}) {
      key = hmac(key, part);
    }
    return hex(key).equals(match.group(3));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
