package social.kring.protocol.integrity;

import java.util.List;
import java.util.Optional;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * Somebody with a key of their own says that an actor is theirs, whoever hosts it. It stands in the
 * actor's {@code attachment}. FEP-c390.
 *
 * @param subject whose key it is
 */
public record IdentityStatement(DidKey subject) {
  private static final String TYPE = "VerifiableIdentityStatement";

  /** So many attachments of an actor are looked at. */
  private static final int MOST = 50;

  /**
   * The identities that an actor's document proves: signed by the key itself, and about this actor.
   *
   * @param raw the actor's document as it came, before any JSON-LD processing
   */
  public static List<IdentityStatement> in(Tree raw, FediUrl actor) {
    return raw.objects("attachment").stream()
        .limit(MOST)
        .filter(attachment -> attachment.strings("type").contains(TYPE))
        .flatMap(attachment -> of(attachment, actor).stream())
        .distinct()
        .toList();
  }

  /** A statement on its own; empty where it proves nothing about this actor. */
  static Optional<IdentityStatement> of(Tree statement, FediUrl actor) {
    if (!statement.ids("alsoKnownAs").equals(List.of(actor))) return Optional.empty();
    return statement
        .string("subject")
        .flatMap(DidKey::tryParse)
        .filter(subject -> isSignedBy(subject, statement))
        .map(IdentityStatement::new);
  }

  private static boolean isSignedBy(DidKey subject, Tree statement) {
    return IntegrityProof.in(statement)
        .filter(proof -> proof.didKey().filter(subject::equals).isPresent())
        .filter(proof -> proof.verifies(subject.key()))
        .isPresent();
  }
}
