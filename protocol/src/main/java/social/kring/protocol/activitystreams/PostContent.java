package social.kring.protocol.activitystreams;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}");

  /** Markdown reads well as it is written; PeerTube sends it. */
  private static final Set<String> PLAIN = Set.of("text/plain", "text/markdown");

  static PostContent from(Tree tree) {
    return new PostContent(
        Texts.in(tree, "name", LONGEST_TITLE),
        Texts.in(tree, "summary", LONGEST).filter(summary -> !summary.isBlank()),
        Texts.in(tree, "content", LONGEST).orElse(""),
        tree.string("mediaType").filter(PLAIN::contains).isPresent(),
        tree.flag("sensitive").orElse(false),
        language(tree));
  }

  private static Optional<String> language(Tree tree) {
    return tree.tree("contentMap")
        .flatMap(map -> language(map, tree.string("content")))
        .or(() -> tree.tree("language").flatMap(language -> language.string("identifier")))
        .filter(language -> LANGUAGE.matcher(language).matches())
        .filter(language -> !language.equals("und"));
  }

  /** Of several languages the one that the content is in. */
  private static Optional<String> language(Tree map, Optional<String> content) {
    return map.names().stream()
        .filter(language -> content.isPresent() && map.string(language).equals(content))
        .findFirst()
        .or(() -> map.names().stream().findFirst());
  }
}
