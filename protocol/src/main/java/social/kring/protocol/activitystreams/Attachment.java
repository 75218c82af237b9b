package social.kring.protocol.activitystreams;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * A file that belongs to a post; what has no address of its own is none.
 *
 * @param mediaType as claimed: type/subtype
 * @param description the alternative text
 * @param focus x and y from -1 to 1, the point that a crop should keep
 */
public record Attachment(
    FediUrl url,
    String mediaType,
    Optional<String> description,
    Optional<String> blurhash,
    Optional<Focus> focus,
    Size size) {
  private static final int LONGEST = 10_000;
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-zA-Z0-9]+/[a-zA-Z0-9.+-]{1,100}");

  /** The point that a crop should keep. */
  public record Focus(double x, double y) {}

  /** In pixels, as claimed; 0 where it is not said. */
  public record Size(long width, long height) {}

  static Optional<Attachment> from(Tree tree) {
    return Links.address(tree, "url")
        .map(
            url ->
                new Attachment(
                    url,
                    mediaType(tree),
                    Texts.in(tree, "name", LONGEST)
                        .or(() -> Texts.in(tree, "summary", LONGEST))
                        .filter(text -> !text.isBlank()),
                    tree.string("blurhash").filter(hash -> hash.length() <= 120),
                    focus(tree),
                    size(tree)));
  }

  private static String mediaType(Tree tree) {
    return tree.string("mediaType")
        .or(
            () ->
                tree.objects("url").stream()
                    .flatMap(link -> link.string("mediaType").stream())
                    .findFirst())
        .filter(type -> MEDIA_TYPE.matcher(type).matches())
        .orElseGet(() -> guess(Types.of(tree)));
  }

  private static String guess(String type) {
    return switch (type) {
      case "Image" -> "image/*";
      case "Video" -> "video/*";
      case "Audio" -> "audio/*";
      default -> "application/octet-stream";
    };
  }

  private static Optional<Focus> focus(Tree tree) {
    return numbers(tree, "focalPoint")
        .filter(point -> point.size() == 2)
        .map(point -> new Focus(within(point.getFirst()), within(point.getLast())));
  }

  private static Optional<List<Double>> numbers(Tree tree, String name) {
    try {
      return Optional.of(tree.scalars(name).stream().map(Double::valueOf).toList())
          .filter(numbers -> numbers.stream().allMatch(Double::isFinite));
    } catch (NumberFormatException notNumbers) {
      return Optional.empty();
    }
  }

  private static double within(double value) {
    return Math.clamp(value, -1.0, 1.0);
  }

  private static Size size(Tree tree) {
    return new Size(pixels(tree, "width"), pixels(tree, "height"));
  }

  private static long pixels(Tree tree, String name) {
    return Math.clamp(tree.number(name).orElse(0L), 0, 100_000);
  }
}
