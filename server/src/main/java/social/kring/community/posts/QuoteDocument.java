package social.kring.community.posts;

import java.util.List;
import java.util.Map;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * What a post says of quotes: whom it quotes, with the stamp of that author's consent, and that
 * nobody elsewhere may quote it. FEP-044f; and as those read it who came before.
 */
final class QuoteDocument {
  static final Tree TERMS =
      Tree.builder()
          .put("gts", "https://gotosocial.org/ns#")
          .put("interactionPolicy", Map.of("@id", "gts:interactionPolicy", "@type", "@id"))
          .put("canQuote", Map.of("@id", "gts:canQuote", "@type", "@id"))
          .put("automaticApproval", Map.of("@id", "gts:automaticApproval", "@type", "@id"))
          .put("quote", Map.of("@id", "https://w3id.org/fep/044f#quote", "@type", "@id"))
          .put(
              "quoteAuthorization",
              Map.of("@id", "https://w3id.org/fep/044f#quoteAuthorization", "@type", "@id"))
          .put("QuoteAuthorization", "https://w3id.org/fep/044f#QuoteAuthorization")
          .put("interactingObject", Map.of("@id", "gts:interactingObject", "@type", "@id"))
          .put("interactionTarget", Map.of("@id", "gts:interactionTarget", "@type", "@id"))
          .put("quoteUri", "http://fedibird.com/ns#quoteUri")
          .put("_misskey_quote", "https://misskey-hub.net/ns#_misskey_quote")
          .build();

  private QuoteDocument() {}

  static Tree added(Tree note, Parties parties) {
    var ruled = note.with("interactionPolicy", policy(parties));
    return parties.quote().map(quote -> quoting(ruled, quote)).orElse(ruled);
  }

  private static Tree quoting(Tree note, PostQuote quote) {
    if (quote.state() == QuoteState.REVOKED || quote.state() == QuoteState.REJECTED) return note;
    return note.with("quote", quote.uri())
        .with("quoteUri", quote.uri().text())
        .with("_misskey_quote", quote.uri().text())
        .with("quoteAuthorization", quote.authorization());
  }

  /** Requests from elsewhere are not answered, so nobody there is invited to make one. */
  private static Tree policy(Parties parties) {
    var author = List.of(parties.author().uri());
    return Tree.builder()
        .put("canQuote", Tree.builder().put("automaticApproval", author).build())
        .build();
  }

  /** The stamp by which an author agrees to be quoted. */
  static Tree stamp(FediUrl id, PostRow quoting, PostQuote quote, FediUrl author) {
    return Tree.builder()
        .put("@context", PostDocument.CONTEXT)
        .put("id", id)
        .put("type", "QuoteAuthorization")
        .put("attributedTo", author)
        .put("interactionTarget", quote.uri())
        .put("interactingObject", quoting.uri())
        .build();
  }
}
