package social.kring.protocol.signature;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** A signature by draft-cavage-http-signatures-12, which most of the fediverse speaks. */
public final class CavageSignature implements RequestSignature {
  private static final Set<String> ALGORITHMS = Set.of("rsa-sha256", "hs2019", "ed25519");

  private final CavageParameters parameters;
  private final List<byte[]> texts;

  private CavageSignature(CavageParameters parameters, List<byte[]> texts) {
    this.parameters = parameters;
    this.texts = texts;
  }

  static CavageSignature of(ReceivedRequest request, Instant now) {
    var header = request.header("signature");
    if (header.isEmpty()) {
      throw Problem.unauthenticated("The request is not signed, expected a Signature header");
    }
    var parameters = CavageParameters.parse(header.get());
    checkAlgorithm(parameters);
    checkCovers(parameters, request);
    checkTimes(parameters, request, now);
    checkDigest(parameters, request);
    return new CavageSignature(parameters, texts(parameters, request));
  }

  @Override
  public FediUrl keyId() {
    return parameters.keyId();
  }

  @Override
  public byte[] octets() {
    return parameters.signature().clone();
  }

  @Override
  public boolean verifies(PublicKey key) {
    return KeyAlgorithm.of(key)
        .filter(this::isSaidToBe)
        .filter(
            by -> texts.stream().anyMatch(text -> by.verifies(key, text, parameters.signature())))
        .isPresent();
  }

  /** hs2019 says that the key knows; with RSA the fediverse means SHA-256 by it. */
  private boolean isSaidToBe(KeyAlgorithm algorithm) {
    return switch (parameters.algorithm()) {
      case "rsa-sha256" -> algorithm == KeyAlgorithm.RSA_SHA256;
      case "ed25519" -> algorithm == KeyAlgorithm.ED25519;
      default -> true;
    };
  }

  private static void checkAlgorithm(CavageParameters parameters) {
    var algorithm = parameters.algorithm();
    if (!ALGORITHMS.contains(algorithm)) {
      throw Problem.unauthenticated(
          "The signature's algorithm is \""
              + Shown.of(algorithm)
              + "\", expected rsa-sha256, hs2019 or ed25519");
    }
    var timed =
        Stream.of(CavageText.CREATED, CavageText.EXPIRES).anyMatch(parameters.covered()::contains);
    if (timed && algorithm.equals("rsa-sha256")) {
      throw Problem.unauthenticated(
          "(created) and (expires) go with hs2019, not with rsa-sha256 (draft-cavage §2.3)");
    }
  }

  private static void checkCovers(CavageParameters parameters, ReceivedRequest request) {
    requireCovered(parameters, CavageText.REQUEST_TARGET);
    requireCovered(parameters, "host");
    if (!parameters.covered().contains(CavageText.CREATED)) requireCovered(parameters, "date");
    if (request.needsDigest()) requireCovered(parameters, "digest");
    if (!request.isNamedByHost()) {
      throw Problem.unauthenticated(
          "Host is \""
              + Shown.of(request.header("host").orElse(""))
              + "\", expected "
              + request.target().origin().authority());
    }
  }

  private static void requireCovered(CavageParameters parameters, String name) {
    if (!parameters.covered().contains(name)) {
      throw Problem.unauthenticated(
          "The signature does not cover "
              + name
              + ", expected (request-target), host, date or (created), and the digest of a body");
    }
  }

  private static void checkTimes(
      CavageParameters parameters, ReceivedRequest request, Instant now) {
    if (parameters.covered().contains("date")) {
      Freshness.checkSigned(date(valueOf("date", parameters, request)), now);
    }
    if (parameters.covered().contains(CavageText.CREATED)) {
      var created = valueOf(CavageText.CREATED, parameters, request);
      Freshness.checkSigned(CavageParameters.time("created", created), now);
    }
    // Whoever says when it ends is believed, covered or not: that can only shorten its life.
    parameters
        .expires()
        .ifPresent(
            expires -> Freshness.checkExpires(CavageParameters.time("expires", expires), now));
  }

  private static Instant date(String written) {
    return HttpDate.parse(written)
        .orElseThrow(
            () ->
                Problem.unauthenticated(
                    "Date is \""
                        + Shown.of(written)
                        + "\", expected an HTTP date (RFC 9110 §5.6.7)"));
  }

  private static void checkDigest(CavageParameters parameters, ReceivedRequest request) {
    if (parameters.covered().contains("digest")) {
      BodyDigest.checkDigest(valueOf("digest", parameters, request), request.body());
    }
  }

  /**
   * The texts that the sender may have signed. The target includes the query, but Mastodon before
   * 4.3, and with it much software of its time, left it out. Where nothing is changed by a request,
   * that is forgiven: its sender could have asked for any other page as well.
   */
  private static List<byte[]> texts(CavageParameters parameters, ReceivedRequest request) {
    var target = request.target().pathAndQuery();
    var query = target.indexOf('?');
    var exact = text(parameters, request, target);
    return query >= 0 && request.method().equals("GET")
        ? List.of(exact, text(parameters, request, target.substring(0, query)))
        : List.of(exact);
  }

  static byte[] text(CavageParameters parameters, ReceivedRequest request, String target) {
    return CavageText.of(
        parameters.covered(),
        name ->
            name.equals(CavageText.REQUEST_TARGET)
                ? CavageText.requestTarget(request.method(), target)
                : valueOf(name, parameters, request));
  }

  private static String valueOf(String name, CavageParameters parameters, ReceivedRequest request) {
    Optional<String> value =
        switch (name) {
          case CavageText.CREATED -> parameters.created();
          case CavageText.EXPIRES -> parameters.expires();
          default -> request.header(name);
        };
    return value.orElseThrow(
        () ->
            Problem.unauthenticated(
                "The signature covers " + Shown.of(name) + ", which the request does not have"));
  }
}
