package social.kring.protocol.signature;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The text that is signed. draft-cavage-http-signatures-12 §2.3. */
final class CavageText {
  static final String REQUEST_TARGET = "(request-target)";
  static final String CREATED = "(created)";
  static final String EXPIRES = "(expires)";

  private CavageText() {}

  static byte[] of(List<String> names, UnaryOperator<String> values) {
    var text = new StringBuilder();
    for (var name : names) {
      if (!text.isEmpty()) text.append('\n');
      text.append(name).append(": ").append(values.apply(name));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String requestTarget(String method, String pathAndQuery) {
    return method.toLowerCase(Locale.ROOT) + " " + pathAndQuery;
  }
}
