package social.kring.door.mastodon.composing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.community.previews.Preview;
import social.kring.door.mastodon.entities.PreviewCard;

/**
 * Composes the card of a page that a post links to: a link in words. Its picture lies elsewhere, so
 * apps find it here.
 */
final class CardComposer {
  private CardComposer() {}

  static PreviewCard card(Preview preview, Faces faces) {
    var origins = preview.origins();
    return new PreviewCard(
        preview.url().text(),
        preview.title(),
        preview.description(),
        "link",
        origins.author(),
        "",
        origins.site(),
        "",
        "",
        0,
        0,
        preview.picture().map(faces::shown),
        "",
        Optional.empty(),
        preview.published(),
        authors(origins.author()));
  }

  private static List<PreviewCard.Author> authors(String name) {
    return Stream.of(name)
        .filter(author -> !author.isEmpty())
        .map(author -> new PreviewCard.Author(author, "", Optional.empty()))
        .toList();
  }
}
