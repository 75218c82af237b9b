package social.kring.protocol.signature;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.protocol.Problem;
import social.kring.protocol.signature.StructuredField.BareItem;
import social.kring.protocol.signature.StructuredField.InnerList;
import social.kring.protocol.signature.StructuredField.Item;
import social.kring.protocol.url.FediUrl;

/** A signature by RFC 9421, HTTP Message Signatures. */
public final class MessageSignature implements RequestSignature {
  private static final int MOST_SIGNATURES = 8;

  private final FediUrl keyId;
  private final Optional<KeyAlgorithm> algorithm;
  private final byte[] base;
  private final byte[] signature;

  private MessageSignature(
      FediUrl keyId, Optional<KeyAlgorithm> algorithm, byte[] base, byte[] signature) {
    this.keyId = keyId;
    this.algorithm = algorithm;
    this.base = base;
    this.signature = signature;
  }

  /** The first that keeps all rules, since a request may carry others of proxies on its way. */
  static MessageSignature of(ReceivedRequest request, Instant now) {
    var inputs = dictionary("Signature-Input", request);
    var signatures = dictionary("Signature", request);
    var refusals = new ArrayList<Problem>();
    for (var input : inputs.entrySet()) {
      try {
        return of(input.getValue(), signatures.get(input.getKey()), request, now);
      } catch (Problem refusal) {
        refusals.add(refusal);
      }
      if (refusals.size() == MOST_SIGNATURES) break;
    }
    throw refusals.getFirst();
  }

  private static Map<String, StructuredField> dictionary(String field, ReceivedRequest request) {
    var header = request.header(field.toLowerCase(Locale.ROOT));
    return StructuredFieldParser.dictionary(
        field,
        header.orElseThrow(() -> Problem.unauthenticated("There is no " + field + " header")));
  }

  private static MessageSignature of(
      StructuredField input, StructuredField signature, ReceivedRequest request, Instant now) {
    if (!(input instanceof InnerList covered)) {
      throw Problem.unauthenticated("Signature-Input has no list of what is covered");
    }
    if (!(signature instanceof Item(BareItem.Octets(var octets), _))) {
      throw Problem.unauthenticated("Signature has no octets for what Signature-Input describes");
    }
    checkCovers(covered, request);
    checkTimes(covered, now);
    return new MessageSignature(keyId(covered), algorithm(covered), base(covered, request), octets);
  }

  @Override
  public FediUrl keyId() {
    return keyId;
  }

  @Override
  public byte[] octets() {
    return signature.clone();
  }

  @Override
  public boolean verifies(PublicKey key) {
    return KeyAlgorithm.of(key)
        .filter(by -> algorithm.isEmpty() || algorithm.get() == by)
        .filter(by -> by.verifies(key, base, signature))
        .isPresent();
  }

  private static void checkCovers(InnerList covered, ReceivedRequest request) {
    var names = covered.items().stream().map(MessageText::nameOf).collect(Collectors.toSet());
    requireCovered(names, "@method");
    requireCovered(names, "@target-uri");
    if (request.needsDigest()) requireCovered(names, "content-digest");
    if (names.contains("content-digest")) {
      BodyDigest.checkContentDigest(request.header("content-digest").orElse(""), request.body());
    }
  }

  private static void requireCovered(Set<String> names, String name) {
    if (!names.contains(name)) {
      throw Problem.unauthenticated(
          "The signature does not cover "
              + name
              + ", expected @method, @target-uri, and content-digest where there is a body");
    }
  }

  private static void checkTimes(InnerList covered, Instant now) {
    var created = time(covered, "created");
    if (created.isEmpty()) throw Problem.unauthenticated("The signature has no time of creation");
    Freshness.checkSigned(created.get(), now);
    time(covered, "expires").ifPresent(expires -> Freshness.checkExpires(expires, now));
  }

  private static Optional<Instant> time(InnerList covered, String name) {
    return Optional.ofNullable(covered.parameters().get(name))
        .map(
            value -> {
              if (value instanceof BareItem.Whole(var seconds))
                return Instant.ofEpochSecond(seconds);
              throw Problem.unauthenticated(
                  name + " is " + Shown.of(value.text()) + ", expected whole seconds since 1970");
            });
  }

  private static FediUrl keyId(InnerList covered) {
    return text(covered, "keyid")
        .flatMap(FediUrl::tryParse)
        .orElseThrow(() -> Problem.unauthenticated("keyid is not the address of a key"));
  }

  private static Optional<KeyAlgorithm> algorithm(InnerList covered) {
    return text(covered, "alg")
        .map(
            name ->
                Stream.of(KeyAlgorithm.values())
                    .filter(known -> known.registeredName().equals(name))
                    .findAny()
                    .orElseThrow(() -> unknownAlgorithm(name)));
  }

  private static Problem unknownAlgorithm(String name) {
    return Problem.unauthenticated(
        "alg is \"" + Shown.of(name) + "\", expected rsa-v1_5-sha256 or ed25519");
  }

  private static Optional<String> text(InnerList covered, String name) {
    return Optional.ofNullable(covered.parameters().get(name))
        .map(
            value -> {
              if (value instanceof BareItem.Text(var text)) return text;
              throw Problem.unauthenticated(
                  name + " is " + Shown.of(value.text()) + ", expected a text in quotes");
            });
  }

  private static byte[] base(InnerList covered, ReceivedRequest request) {
    return new MessageText(request.method(), request.target(), request::header).of(covered);
  }
}
