package social.kring.protocol.activitystreams;

import java.util.Optional;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Addresses as peers write them: a string, a Link with its href, or a list of either. */
final class Links {
  private Links() {}

  static Optional<FediUrl> address(Tree tree, String name) {
    return tree.strings(name).stream()
        .findFirst()
        .flatMap(FediUrl::tryParse)
        .or(
            () ->
                tree.objects(name).stream().flatMap(link -> link.id("href").stream()).findFirst());
  }

  /** A picture: an Image with its url, or the address itself. */
  static Optional<FediUrl> image(Tree tree, String name) {
    return tree.objects(name).stream()
        .flatMap(image -> address(image, "url").stream())
        .findFirst()
        .or(() -> address(tree, name));
  }
}
