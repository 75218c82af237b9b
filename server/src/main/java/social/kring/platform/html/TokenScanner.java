package social.kring.platform.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * Finds links, mentions and hashtags in plain text, by the rules of Mastodon's composer. By hand
 * rather than by regular expression: each character is looked at a fixed number of times.
 */
final class TokenScanner {
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_HOST = 253;
  private static final String ENDS_NO_LINK = ".,:;!?'\"";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int plainFrom;
  private int at;

  TokenScanner(String text) {
    this.text = text;
  }

  List<Token> scan() {
    while (at < text.length()) {
      var found = startsWord() ? special() : Optional.<Token>empty();
      found.ifPresentOrElse(this::take, () -> at += Character.charCount(text.codePointAt(at)));
    }
    flush();
    return List.copyOf(tokens);
  }

  private Optional<Token> special() {
    return switch (text.charAt(at)) {
      case '@' -> mention();
      case '#' -> hashtag();
      case 'h', 'H' -> link();
      default -> Optional.empty();
    };
  }

  private boolean startsWord() {
    if (at == 0) return true;
    var before = text.codePointBefore(at);
    return !isWord(before) && before != '/' && before != '=' && before != '@' && before != '#';
  }

  private void take(Token token) {
    flush();
    tokens.add(token);
    at += token.written().length();
    plainFrom = at;
  }

  private void flush() {
    if (at > plainFrom) {
      tokens.add(new Token.Text(text.substring(plainFrom, at)));
    }
    plainFrom = at;
  }

  private Optional<Token> link() {
    if (!text.regionMatches(true, at, "http://", 0, 7)
        && !text.regionMatches(true, at, "https://", 0, 8)) {
      return Optional.empty();
    }
    var written = text.substring(at, linkEnd());
    // A link that is none becomes text as a whole, or each of its parts would be tried again.
    return Optional.of(
        FediUrl.tryParse(written)
            .<Token>map(url -> new Token.Link(written, url))
            .orElseGet(() -> new Token.Text(written)));
  }

  private int linkEnd() {
    var end = at;
    var open = 0;
    while (end < text.length() && inLink(text.charAt(end))) {
      if (text.charAt(end) == '(') open++;
      if (text.charAt(end) == ')' && --open < 0) break;
      end++;
    }
    while (end > at && ENDS_NO_LINK.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean inLink(char c) {
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && !Character.isISOControl(c)
        && "<>\"[]{}|\\^`".indexOf(c) < 0;
  }

  private Optional<Token> mention() {
    var nameEnd = trimmed(at + 1, run(at + 1, LONGEST_NAME, TokenScanner::inName));
    if (nameEnd == at + 1) return Optional.empty();
    return Optional.of(new Token.Mention(text.substring(at, hostEnd(nameEnd))));
  }

  /** The end of {@code @host} or {@code @host:port} after a name; the name's own end if none. */
  private int hostEnd(int nameEnd) {
    if (nameEnd >= text.length() || text.charAt(nameEnd) != '@') return nameEnd;
    var end = trimmed(nameEnd + 1, run(nameEnd + 1, LONGEST_HOST, TokenScanner::inHost));
    return end == nameEnd + 1 ? nameEnd : portEnd(end);
  }

  private int portEnd(int hostEnd) {
    if (hostEnd >= text.length() || text.charAt(hostEnd) != ':') return hostEnd;
    var end = run(hostEnd + 1, 5, c -> c >= '0' && c <= '9');
    return end == hostEnd + 1 ? hostEnd : end;
  }

  private Optional<Token> hashtag() {
    var end = run(at + 1, 2 * LONGEST_NAME, TokenScanner::inHashtag);
    while (end > at + 1 && text.charAt(end - 1) == '·') {
      end--;
    }
    var name = text.substring(at + 1, end);
    // "#1" is a number, not a topic.
    return name.codePoints().anyMatch(c -> Character.isLetter(c) || c == '_')
        ? Optional.of(new Token.Hashtag("#" + name))
        : Optional.empty();
  }

  private int run(int from, int most, java.util.function.IntPredicate allowed) {
    var end = from;
    while (end < text.length() && end - from < most && allowed.test(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /** Dots and dashes belong inside of names, not to their end. */
  private int trimmed(int from, int end) {
    var last = end;
    while (last > from && ".-".indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    return last;
  }

  private static boolean inName(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-');
  }

  private static boolean inHost(int c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
  }

  private static boolean inHashtag(int c) {
    return isWord(c) || c == '·' || c == '\u200c';
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c)
        || c == '_'
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }
}
