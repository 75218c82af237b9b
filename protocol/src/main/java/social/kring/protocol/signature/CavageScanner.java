package social.kring.protocol.signature;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import social.kring.protocol.Problem;

/**
 * Takes a {@code Signature} header apart: names with values, by commas. Names know no case (RFC
 * 9110 §11.2) and come once, since two readers would choose differently.
 */
final class CavageScanner {
  private static final int LONGEST = 8_192;
  private static final int MOST = 32;
  private static final String SCHEME = "signature ";

  private final String text;
  private int at;

  private CavageScanner(String text) {
    this.text = text;
  }

  /** Values by lower-case name. */
  static Map<String, String> parameters(String header) {
    if (header.length() > LONGEST) {
      throw Problem.unauthenticated("Signature is longer than " + LONGEST + " characters");
    }
    // Old PeerTubes repeat the scheme that belongs into Authorization; Mastodon takes it, too.
    var scheme = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return new CavageScanner(scheme ? header.substring(SCHEME.length()) : header).parameters();
  }

  private Map<String, String> parameters() {
    var parameters = new LinkedHashMap<String, String>();
    do {
      var name = name();
      expect('=');
      if (parameters.put(name, value()) != null) throw refused(name + " is there twice");
      if (parameters.size() > MOST) throw refused("there are more than " + MOST + " parameters");
    } while (hasNext());
    return parameters;
  }

  private boolean hasNext() {
    skipSpace();
    if (at == text.length()) return false;
    expect(',');
    return true;
  }

  private String name() {
    skipSpace();
    var start = at;
    while (at < text.length() && isOfName(text.charAt(at))) at++;
    if (at == start) throw refused("expected a parameter's name");
    return text.substring(start, at).toLowerCase(Locale.ROOT);
  }

  private String value() {
    skipSpace();
    return at < text.length() && text.charAt(at) == '"' ? quoted() : bare();
  }

  private String bare() {
    var start = at;
    while (at < text.length() && isOfBareValue(text.charAt(at))) at++;
    if (at == start) throw refused("expected a value");
    return text.substring(start, at);
  }

  private String quoted() {
    var value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c == '"') {
        at++;
        return value.toString();
      }
      if (c == '\\' && at + 1 < text.length()) c = text.charAt(++at);
      if (c < ' ' || c == 0x7f) throw refused("a value has a control character");
      value.append(c);
    }
    throw refused("a quotation does not end");
  }

  private void expect(char expected) {
    skipSpace();
    if (at == text.length() || text.charAt(at) != expected) {
      throw refused("expected " + expected);
    }
    at++;
  }

  private void skipSpace() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
  }

  private static boolean isOfName(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }

  private static boolean isOfBareValue(char c) {
    return c > ' ' && c < 0x7f && c != ',' && c != '"';
  }

  private Problem refused(String why) {
    return Problem.unauthenticated("The Signature header cannot be read at " + at + ": " + why);
  }
}
