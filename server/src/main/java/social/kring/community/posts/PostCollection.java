package social.kring.community.posts;

import java.util.Arrays;
import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/** The lists that hang on a post, each under the post's own address. */
enum PostCollection {
  REPLIES("/replies"),
  LIKES("/likes"),
  SHARES("/shares");

  private final String suffix;

  PostCollection(String suffix) {
    this.suffix = suffix;
  }

  FediUrl address(FediUrl post) {
    return FediUrl.parse(post.text() + suffix);
  }

  /** Which list of which post an address names. */
  record Asked(PostCollection collection, FediUrl post) {}

  static Optional<Asked> asked(FediUrl id) {
    return Arrays.stream(values())
        .filter(collection -> id.text().endsWith(collection.suffix))
        .findFirst()
        .flatMap(
            collection ->
                FediUrl.tryParse(
                        id.text().substring(0, id.text().length() - collection.suffix.length()))
                    .map(post -> new Asked(collection, post)));
  }
}
