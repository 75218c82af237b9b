package social.kring.protocol.activitystreams;

import java.util.Optional;
import social.kring.protocol.json.Tree;

/**
 * What a post says, as it came: not yet sanitized.
 *
 * @param name a title, where it has one
 * @param summary a content warning
 * @param html HTML, or plain text where {@code mediaType} says so
 * @param language BCP 47, as the author claims
 */
public record PostContent(
    Optional<String> name,
    Optional<String> summary,
    String html,
    boolean plainText,
    boolean sensitive,
    Optional<String> language) {
  private static final int LONGEST = 100_000;
  private static final int LONGEST_TITLE = 2_048;

  static PostContent from(Tree tree) {
    return new PostContent(
        text(tree, "name", LONGEST_TITLE),
        text(tree, "summary", LONGEST).filter(summary -> !summary.isBlank()),
        text(tree, "content", LONGEST).orElse(""),
        tree.string("mediaType").filter("text/plain"::equals).isPresent(),
        tree.flag("sensitive").orElse(false),
        language(tree));
  }

  private static Optional<String> text(Tree tree, String name, int longest) {
    return tree.string(name)
        .or(
            () ->
                tree.tree(name + "Map")
                    .flatMap(map -> map.names().stream().findFirst().flatMap(map::string)))
        .map(text -> Texts.cut(text, longest));
  }

  private static Optional<String> language(Tree tree) {
    return tree.tree("contentMap")
        .flatMap(map -> map.names().stream().findFirst())
        .or(() -> tree.tree("language").flatMap(language -> language.string("identifier")))
        .filter(language -> language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}"))
        .filter(language -> !language.equals("und"));
  }
}
