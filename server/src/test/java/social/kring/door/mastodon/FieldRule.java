package social.kring.door.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is documented about one field, with the fields inside of it if it is a hash. */
final class FieldRule {
  private final Map<String, FieldRule> fields = new LinkedHashMap<>();
  private final Set<String> values = new HashSet<>();
  private String type;
  private boolean nullable;
  private boolean optional;

  FieldRule(String type) {
    this.type = type;
  }

  /**
   * A name like {@code a[b]}, {@code a[][b]} or {@code a.b} is a field of the hash {@code a};
   * {@code a[b.c]} is its field {@code b.c}.
   */
  void add(String name, JsonNode documented, JsonNode amended, boolean required) {
    var place = this;
    for (var step : name.replace("[]", "").split("[\\[\\]]+|\\.(?![^\\[]*])")) {
      place = place.fields.computeIfAbsent(step, unused -> new FieldRule("object"));
    }
    place.fill(documented, amended, required);
  }

  private void fill(JsonNode documented, JsonNode amended, boolean required) {
    type = amended.path("type").asText(documented.get("type").asText());
    nullable = amended.path("nullable").asBoolean(documented.path("nullable").asBoolean());
    optional =
        !required && amended.path("optional").asBoolean(documented.path("optional").asBoolean());
    documented.path("values").forEach(value -> values.add(value.asText()));
  }

  void inherit(FieldRule parent) {
    parent.fields.forEach(fields::putIfAbsent);
  }

  Map<String, FieldRule> fields() {
    return fields;
  }

  boolean isList() {
    return type.startsWith("[");
  }

  /** Of each element, if it is a list. */
  String type() {
    return isList() ? type.substring(1, type.length() - 1) : type;
  }

  boolean nullable() {
    return nullable;
  }

  boolean optional() {
    return optional;
  }

  /** Empty: any. */
  Set<String> values() {
    return values;
  }
}
