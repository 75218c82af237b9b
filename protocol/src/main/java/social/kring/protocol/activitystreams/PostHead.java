package social.kring.protocol.activitystreams;

import java.time.Instant;
import java.util.Optional;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * What a post is, whose, for whom and since when.
 *
 * @param page where people read it
 */
public record PostHead(
    PostType type,
    FediUrl uri,
    FediUrl attributedTo,
    Audience audience,
    Optional<FediUrl> page,
    Optional<Instant> published,
    Optional<Instant> updated) {

  /** A page that shows a post lies anywhere; who wrote it must be one actor with an address. */
  static PostHead from(Tree tree) {
    return new PostHead(
        PostType.named(Types.of(tree)).orElse(PostType.NOTE),
        tree.id("id").orElseThrow(() -> Problem.malformed("id is not an address")),
        author(tree),
        Audience.of(tree),
        page(tree),
        tree.instant("published"),
        tree.instant("updated"));
  }

  /** Some name a channel beside the person: the person counts. */
  private static FediUrl author(Tree tree) {
    return tree.objects("attributedTo").stream()
        .filter(author -> author.strings("type").contains("Person"))
        .flatMap(author -> author.id("id").stream())
        .findFirst()
        .or(() -> tree.ids("attributedTo").stream().findFirst())
        .or(() -> tree.id("actor"))
        .orElseThrow(() -> Problem.malformed("attributedTo is not the address of an actor"));
  }

  private static Optional<FediUrl> page(Tree tree) {
    return tree.objects("url").stream()
        .filter(link -> link.string("mediaType").filter("text/html"::equals).isPresent())
        .flatMap(link -> link.id("href").stream())
        .findFirst()
        .or(() -> tree.strings("url").stream().findFirst().flatMap(FediUrl::tryParse))
        .or(
            () ->
                tree.objects("url").stream().flatMap(link -> link.id("href").stream()).findFirst());
  }
}
