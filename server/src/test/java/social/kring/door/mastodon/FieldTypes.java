package social.kring.door.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** The types of fields, as the documentation names them. */
final class FieldTypes {
  /** Some apps read times only with a fraction of a second. */
  private static final Pattern DATE_TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

  private FieldTypes() {}

  static boolean fits(String type, JsonNode value) {
    return switch (type) {
      case "any" -> true;
      case "object" -> value.isObject();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "string", "string:html" -> value.isTextual();
      case "string:id", "string:unix" -> value.isTextual() && !value.asText().isEmpty();
      case "string:datetime" -> DATE_TIME.matcher(value.asText()).matches();
      case "string:date" -> value.isTextual() && isDate(value.asText());
      case "string:url" -> value.isTextual() && isUrl(value.asText());
      default -> throw new IllegalArgumentException("there is no rule for " + type);
    };
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException notOne) {
      return false;
    }
  }

  private static boolean isUrl(String text) {
    var url = URI.create(text);
    return url.isAbsolute() && url.getHost() != null;
  }
}
