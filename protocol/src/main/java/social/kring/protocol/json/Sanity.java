package social.kring.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import social.kring.protocol.Problem;

/** What JSON allows and storage does not: U+0000, half surrogate pairs, numbers beyond a double. */
final class Sanity {
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Double.MAX_VALUE);
  private static final int MOST_DIGITS = 320;

  private Sanity() {}

  /** Recursion ends: the parser has capped the depth. */
  static void check(JsonNode node) {
    switch (node.getNodeType()) {
      case STRING -> text(node.textValue());
      case NUMBER -> number(node);
      case ARRAY -> node.forEach(Sanity::check);
      case OBJECT ->
          node.properties()
              .forEach(
                  property -> {
                    text(property.getKey());
                    check(property.getValue());
                  });
      default -> {
        // true, false and null are themselves.
      }
    }
  }

  private static void number(JsonNode node) {
    if (node.isIntegralNumber()) return;
    var value = node.decimalValue();
    if (Math.abs((long) value.scale()) > MOST_DIGITS || value.abs().compareTo(LARGEST) > 0) {
      throw Problem.malformed("A number is larger or finer than a double (RFC 8259 §6)");
    }
  }

  private static void text(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == 0) throw Problem.malformed("A string contains U+0000");
      if (!Character.isSurrogate(c)) continue;
      if (!paired(text, i)) throw Problem.malformed("A string contains half a surrogate pair");
      i++;
    }
  }

  private static boolean paired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }
}
