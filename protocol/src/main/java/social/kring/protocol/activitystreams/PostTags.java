package social.kring.protocol.activitystreams;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Whom and what a post or profile names: people, hashtags, emoji. At most 50, 100 and 100. */
public record PostTags(List<Mention> mentions, List<Hashtag> hashtags, List<Emoji> emojis) {
  private static final int MOST = 100;
  private static final int MOST_MENTIONS = 50;
  private static final int LONGEST = 200;
  private static final Pattern SHORTCODE = Pattern.compile("[A-Za-z0-9_]{2,100}");

  public PostTags {
    mentions = List.copyOf(mentions);
    hashtags = List.copyOf(hashtags);
    emojis = List.copyOf(emojis);
  }

  /** Someone who is named, by the address of the actor. */
  public record Mention(FediUrl href, String name) {}

  /**
   * @param name in lower case, without its number sign
   */
  public record Hashtag(String name) {}

  /** A picture that stands for a shortcode, written without its colons. */
  public record Emoji(String shortcode, FediUrl icon) {}

  static PostTags from(Tree tree) {
    return new PostTags(
        ofType(tree, "Mention").flatMap(PostTags::mention).limit(MOST_MENTIONS).toList(),
        ofType(tree, "Hashtag").flatMap(PostTags::hashtag).distinct().limit(MOST).toList(),
        ofType(tree, "Emoji").flatMap(PostTags::emoji).limit(MOST).toList());
  }

  private static Stream<Tree> ofType(Tree tree, String type) {
    return tree.objects("tag").stream().filter(tag -> tag.strings("type").contains(type));
  }

  private static Stream<Mention> mention(Tree tag) {
    return tag.id("href").stream()
        .map(href -> new Mention(href, Texts.cut(tag.string("name").orElse(""), LONGEST)));
  }

  private static Stream<Hashtag> hashtag(Tree tag) {
    return tag.string("name").stream()
        .map(name -> withoutSign(name.strip()).toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST)
        .filter(name -> name.codePoints().allMatch(PostTags::isTagCharacter))
        .map(Hashtag::new);
  }

  private static String withoutSign(String name) {
    return name.startsWith("#") ? name.substring(1) : name;
  }

  private static boolean isTagCharacter(int c) {
    return Character.isLetterOrDigit(c)
        || c == '_'
        || c == '-'
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static Stream<Emoji> emoji(Tree tag) {
    var shortcode = tag.string("name").map(name -> name.replace(":", ""));
    return shortcode.filter(code -> SHORTCODE.matcher(code).matches()).stream()
        .flatMap(code -> icon(tag).stream().map(icon -> new Emoji(code, icon)));
  }

  private static Optional<FediUrl> icon(Tree tag) {
    return tag.tree("icon").flatMap(icon -> Links.address(icon, "url"));
  }
}
