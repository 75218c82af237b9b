package social.kring.community.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import social.kring.community.posts.PostBody;
import social.kring.community.posts.PostMedia;
import social.kring.community.posts.PostPoll;

/**
 * Text as words with single spaces between them, in lower case: the same for what is indexed and
 * for what is looked for. Scripts that put no space between words become a word a character.
 */
final class Words {
  private static final int LONGEST = 20_000;
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private Words() {}

  /** All that a post says and shows. */
  static String of(PostBody body) {
    var all = new StringBuilder(body.text().spoiler()).append(' ').append(text(body));
    body.media().stream()
        .map(PostMedia::description)
        .flatMap(java.util.Optional::stream)
        .forEach(description -> all.append(' ').append(description));
    body.poll().stream()
        .flatMap(poll -> poll.options().stream())
        .map(PostPoll.Option::title)
        .forEach(title -> all.append(' ').append(title));
    return of(all.substring(0, Math.min(all.length(), LONGEST)));
  }

  /** Tags become spaces, but those inside of a line vanish: links are cut into spans. */
  private static String text(PostBody body) {
    return body.text()
        .html()
        .replaceAll("</?(span|em|strong|b|i|u|s|del|a|code)\\b[^>]*>", "")
        .replaceAll("<[^>]*>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }

  static String of(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var words = new StringBuilder();
    plain.codePoints().forEach(point -> append(words, point));
    return words.toString().replaceAll("\\S{200,}", " ").strip().replaceAll(" +", " ");
  }

  private static void append(StringBuilder words, int point) {
    if (!isPartOfWord(point)) words.append(' ');
    else if (WITHOUT_SPACES.contains(UnicodeScript.of(point))) {
      words.append(' ').appendCodePoint(point).append(' ');
    } else words.appendCodePoint(point);
  }

  private static boolean isPartOfWord(int point) {
    return Character.isLetterOrDigit(point)
        || switch (Character.getType(point)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
          default -> false;
        };
  }
}
