package social.kring.protocol.signature;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import social.kring.protocol.Problem;
import social.kring.protocol.signature.StructuredField.BareItem;
import social.kring.protocol.signature.StructuredField.InnerList;
import social.kring.protocol.signature.StructuredField.Item;

/**
 * Reads dictionaries of structured fields as RFC 9651 §4.2 does, but refuses a name that comes
 * twice: that RFC lets the last one win, and not every reader does.
 */
final class StructuredFieldParser {
  private static final int LONGEST = 8_192;
  private static final int MOST = 32;

  private final String field;
  private final String text;
  private int at;

  private StructuredFieldParser(String field, String text) {
    this.field = field;
    this.text = text;
  }

  /**
   * @param field its name, for messages
   * @throws Problem UNAUTHENTICATED, saying where it cannot be read
   */
  static Map<String, StructuredField> dictionary(String field, String text) {
    if (text.length() > LONGEST) {
      throw Problem.unauthenticated(field + " is longer than " + LONGEST + " characters");
    }
    return new StructuredFieldParser(field, text.strip()).dictionary();
  }

  private Map<String, StructuredField> dictionary() {
    var members = new LinkedHashMap<String, StructuredField>();
    do {
      skip(" \t");
      var key = key();
      add(members, key, take('=') ? member() : new Item(BareItem.Truth.YES, parameters()));
      skip(" \t");
      if (at == text.length()) return members;
    } while (take(','));
    throw refused("expected a comma");
  }

  private StructuredField member() {
    return take('(') ? innerList() : item();
  }

  private InnerList innerList() {
    var items = new ArrayList<Item>();
    skip(" ");
    while (!take(')')) {
      items.add(item());
      if (items.size() > MOST) throw refused("the list has more than " + MOST + " items");
      if (peek() != ' ' && peek() != ')') throw refused("expected a space or )");
      skip(" ");
    }
    return new InnerList(List.copyOf(items), parameters());
  }

  private Item item() {
    return new Item(bareItem(), parameters());
  }

  private Map<String, BareItem> parameters() {
    var parameters = new LinkedHashMap<String, BareItem>();
    while (take(';')) {
      skip(" ");
      var key = key();
      add(parameters, key, take('=') ? bareItem() : BareItem.Truth.YES);
    }
    return parameters;
  }

  private <V> void add(Map<String, V> values, String key, V value) {
    if (values.put(key, value) != null) throw refused(Shown.of(key) + " is there twice");
    if (values.size() > MOST) throw refused("there are more than " + MOST + " of them");
  }

  private String key() {
    var start = at;
    if (!isLower(peek()) && peek() != '*') throw refused("expected a name in lower case");
    while (isLower(peek()) || isDigit(peek()) || isOneOf("_-.*")) at++;
    return text.substring(start, at);
  }

  private BareItem bareItem() {
    var c = peek();
    if (c == '-' || isDigit(c)) return number();
    if (isLetter(c) || c == '*') return token();
    at++;
    return switch (c) {
      case '"' -> new BareItem.Text(string());
      case ':' -> octets();
      case '?' -> truth();
      case '@' -> date();
      case '%' -> display();
      default -> throw refused("expected a value");
    };
  }

  private BareItem number() {
    var start = at;
    take('-');
    var whole = digits();
    if (!take('.')) {
      if (whole > 15) throw refused("the number has more than 15 digits");
      return new BareItem.Whole(Long.parseLong(text.substring(start, at)));
    }
    var fraction = digits();
    if (whole > 12 || fraction > 3) throw refused("expected at most 12 digits, a point, and 3");
    return new BareItem.Decimal(new BigDecimal(text.substring(start, at)));
  }

  private int digits() {
    var start = at;
    while (isDigit(peek())) at++;
    if (at == start) throw refused("expected a digit");
    return at - start;
  }

  private String string() {
    var value = new StringBuilder();
    while (!take('"')) {
      var escaped = take('\\');
      var c = peek();
      if (c < ' ' || c > '~') throw refused("expected a quotation of visible ASCII");
      if (escaped && c != '"' && c != '\\') throw refused("expected \\\" or \\\\");
      value.append(c);
      at++;
    }
    return value.toString();
  }

  private BareItem token() {
    var start = at;
    while (isLetter(peek()) || isDigit(peek()) || isOneOf("!#$%&'*+-.^_`|~:/")) at++;
    return new BareItem.Other(text.substring(start, at));
  }

  private BareItem octets() {
    var end = text.indexOf(':', at);
    if (end < 0) throw refused("expected a colon at the end of the octets");
    try {
      var octets = Base64.getDecoder().decode(text.substring(at, end));
      at = end + 1;
      return new BareItem.Octets(octets);
    } catch (IllegalArgumentException notBase64) {
      throw refused("expected base64");
    }
  }

  private BareItem truth() {
    if (take('1')) return BareItem.Truth.YES;
    if (take('0')) return new BareItem.Truth(false);
    throw refused("expected ?1 or ?0");
  }

  private BareItem date() {
    if (number() instanceof BareItem.Whole whole) return new BareItem.Other("@" + whole.text());
    throw refused("expected whole seconds");
  }

  private BareItem display() {
    var start = at;
    if (!take('"')) throw refused("expected a quotation");
    while (!take('"')) {
      var c = peek();
      if (c < ' ' || c > '~') throw refused("expected a quotation of visible ASCII");
      at++;
    }
    return new BareItem.Other("%" + text.substring(start, at));
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean take(char expected) {
    if (peek() != expected) return false;
    at++;
    return true;
  }

  private void skip(String characters) {
    while (isOneOf(characters)) at++;
  }

  private boolean isOneOf(String characters) {
    return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isLetter(char c) {
    return isLower(c) || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Problem refused(String why) {
    return Problem.unauthenticated(
        field + " cannot be read at " + Math.min(at, text.length()) + ": " + why + " (RFC 9651)");
  }
}
