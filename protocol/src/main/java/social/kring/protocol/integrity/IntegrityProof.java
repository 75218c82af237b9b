package social.kring.protocol.integrity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * A signature that travels inside of the document it signs: {@code eddsa-jcs-2022}, the one
 * cryptosuite that the fediverse speaks. FEP-8b32; W3C Data Integrity EdDSA Cryptosuites §3.3.
 *
 * <p>It never expires and can be replayed: it says who wrote the document, not who sent it.
 */
public final class IntegrityProof {
  private static final String TYPE = "DataIntegrityProof";
  private static final String SUITE = "eddsa-jcs-2022";

  /** So many proofs of a document are looked at. */
  private static final int MOST = 4;

  private static final int LONGEST_METHOD = 2_048;

  private final Tree document;
  private final Tree proof;
  private final byte[] signature;

  private IntegrityProof(Tree document, Tree proof, byte[] signature) {
    this.document = document;
    this.proof = proof;
    this.signature = signature;
  }

  /**
   * The document with a proof in the one shape that all peers verify: {@code @context} is a list,
   * {@code proof} an object with the same {@code @context}. A proof that was there is replaced;
   * proofs of embedded objects stay.
   *
   * @param verificationMethod the key's id, which the signer's actor lists in {@code
   *     assertionMethod}
   */
  public static Tree sign(
      Tree document, FediUrl verificationMethod, PrivateKey ed25519, Instant created) {
    var unsecured = SignedContext.of(document.without("proof"));
    var options =
        Tree.builder()
            .put("@context", unsecured.items("@context"))
            .put("type", TYPE)
            .put("cryptosuite", SUITE)
            .put("created", created)
            .put("verificationMethod", verificationMethod)
            .put("proofPurpose", ProofPurpose.ASSERTION.text())
            .build();
    var signature = Ed25519.sign(hash(options, documentHash(unsecured)), ed25519);
    return unsecured.with("proof", options.with("proofValue", Multikey.multibase(signature)));
  }

  /**
   * The proof by which somebody says what the document says.
   *
   * @param raw the document as it came, before any JSON-LD processing
   * @return the first that can be checked; empty where there is none
   */
  public static Optional<IntegrityProof> in(Tree raw) {
    return in(raw, ProofPurpose.ASSERTION);
  }

  /** As {@link #in(Tree)}, for another purpose. */
  public static Optional<IntegrityProof> in(Tree raw, ProofPurpose purpose) {
    return raw.objects("proof").stream()
        .limit(MOST)
        .filter(proof -> isOurs(proof, purpose))
        .flatMap(proof -> signature(proof).map(bytes -> new IntegrityProof(raw, proof, bytes)))
        .findFirst();
  }

  /** A chained proof signs other proofs too (Data Integrity §4.3); nobody here makes those. */
  private static boolean isOurs(Tree proof, ProofPurpose purpose) {
    return is(proof, "type", TYPE)
        && is(proof, "cryptosuite", SUITE)
        && is(proof, "proofPurpose", purpose.text())
        && !proof.has("previousProof")
        && proof.string("verificationMethod").filter(IntegrityProof::isShort).isPresent();
  }

  private static boolean is(Tree proof, String name, String value) {
    return proof.string(name).filter(value::equals).isPresent();
  }

  private static boolean isShort(String method) {
    return !method.isBlank() && method.length() <= LONGEST_METHOD;
  }

  private static Stream<byte[]> signature(Tree proof) {
    try {
      return proof.string("proofValue").map(Multikey::multibase).stream()
          .filter(bytes -> bytes.length == Ed25519.SIGNATURE_LENGTH);
    } catch (Problem malformed) {
      return Stream.empty();
    }
  }

  /** Whose key it claims: the address of a key, or a DID URL. */
  public String verificationMethod() {
    return proof.string("verificationMethod").orElseThrow();
  }

  /** The address of the key it claims; empty where that is a DID. */
  public Optional<FediUrl> keyId() {
    return FediUrl.tryParse(verificationMethod());
  }

  /** The key it claims, where its name is a key: nothing needs to be looked up. */
  public Optional<DidKey> didKey() {
    return DidKey.tryParse(verificationMethod());
  }

  public Optional<Instant> created() {
    return proof.instant("created");
  }

  /** From when on it counts no more, where it says so. Nothing here looks at a clock. */
  public Optional<Instant> expires() {
    return proof.instant("expires");
  }

  /** What it answers, where it was made for somebody who asked. */
  public Optional<String> challenge() {
    return proof.string("challenge");
  }

  /** For whom it was made, where it was made for one. */
  public Optional<String> domain() {
    return proof.string("domain");
  }

  /**
   * Whether the whole document is as the holder of this key signed it. Its {@code @context} counts:
   * one more entry, and every property might mean something else (stricter than §3.3.2).
   */
  public boolean verifies(PublicKey key) {
    if (!Ed25519.isOne(key) || !contextsAgree()) return false;
    var documentHash = documentHash(document.without("proof"));
    var options = proof.without("proofValue");
    return Stream.of(options, withContext(options))
        .distinct()
        .anyMatch(said -> Ed25519.verifies(hash(said, documentHash), signature, key));
  }

  private boolean contextsAgree() {
    return !proof.has("@context") || proof.items("@context").equals(document.items("@context"));
  }

  /** Drafts of the suite hashed the document's context with the proof, and did not write it. */
  private Tree withContext(Tree options) {
    if (options.has("@context") || !document.has("@context")) return options;
    return document.isList("@context")
        ? options.with("@context", document.items("@context"))
        : options.with("@context", document.string("@context"));
  }

  /** A Linked Data Signature is added after the proof (FEP-8b32, backward compatibility). */
  private static byte[] documentHash(Tree unsecured) {
    var isAddedLater =
        unsecured
            .tree("signature")
            .filter(signature -> is(signature, "type", "RsaSignature2017"))
            .isPresent();
    return sha256(CanonicalJson.of(isAddedLater ? unsecured.without("signature") : unsecured));
  }

  private static byte[] hash(Tree options, byte[] documentHash) {
    var both = new byte[64];
    System.arraycopy(sha256(CanonicalJson.of(options)), 0, both, 0, 32);
    System.arraycopy(documentHash, 0, both, 32, 32);
    return both;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
