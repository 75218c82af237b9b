package social.kring.door.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the documentation of the client API says about the fields of each entity: which there are,
 * of which type, and which may be null or absent.
 */
final class EntityRules {
  /** Entities that have all fields of another. */
  private static final Map<String, String> PARENTS =
      Map.of("CredentialAccount", "Account", "MutedAccount", "Account");

  /** Hashes whose fields depend on what they describe. */
  private static final Set<String> OPEN = Set.of("meta");

  private final Map<String, FieldRule> entities = new HashMap<>();

  /**
   * @param signedIn whether the reader is somebody, who needs more than the public
   */
  static EntityRules read(boolean signedIn) {
    try (var file = EntityRules.class.getResourceAsStream("entities.json")) {
      return new EntityRules(new ObjectMapper().readTree(file), signedIn);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private EntityRules(JsonNode document, boolean signedIn) {
    document
        .get("entities")
        .properties()
        .forEach(
            entity -> {
              var fields = new FieldRule("object");
              for (var field : entity.getValue()) {
                var name = field.get("name").asText();
                fields.add(
                    name,
                    field,
                    document.at("/amended").path(entity.getKey() + "." + name),
                    signedIn && lists(document.at("/requiredWhenSignedIn"), entity.getKey(), name));
              }
              entities.put(entity.getKey(), fields);
            });
    PARENTS.forEach((child, parent) -> entities.get(child).inherit(entities.get(parent)));
  }

  private static boolean lists(JsonNode required, String entity, String field) {
    for (var each : required.path(entity)) if (each.asText().equals(field)) return true;
    return false;
  }

  /** What is wrong with an entity; nothing if it is as it should be. */
  List<String> violations(String entity, JsonNode value) {
    var found = new ArrayList<String>();
    checkHash(entities.get(entity), entity, value, found);
    return found;
  }

  private void checkHash(FieldRule rule, String at, JsonNode value, List<String> found) {
    if (!value.isObject()) {
      found.add(at + " is " + value.getNodeType() + ", not an object");
      return;
    }
    var fields = rule.fields();
    value
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!fields.containsKey(name)) found.add(at + "." + name + " is not documented");
            });
    fields.forEach((name, field) -> checkField(field, at + "." + name, value.get(name), found));
  }

  private void checkField(FieldRule rule, String at, JsonNode value, List<String> found) {
    if (value == null) {
      if (!rule.optional()) found.add(at + " is missing");
    } else if (value.isNull()) {
      if (!rule.nullable()) found.add(at + " is null");
    } else if (rule.isList()) {
      if (!value.isArray()) found.add(at + " is " + value.getNodeType() + ", not a list");
      value.forEach(each -> checkValue(rule, at + "[]", each, found));
    } else {
      checkValue(rule, at, value, found);
    }
  }

  private void checkValue(FieldRule rule, String at, JsonNode value, List<String> found) {
    var type = rule.type();
    if (entities.containsKey(type)) {
      checkHash(entities.get(type), at, value, found);
    } else if (type.equals("object") && OPEN.stream().noneMatch(open -> at.endsWith("." + open))) {
      if (!rule.fields().isEmpty()) checkHash(rule, at, value, found);
    } else if (!FieldTypes.fits(type, value)) {
      found.add(at + " is " + value + ", not " + type);
    } else if (!rule.values().isEmpty() && !rule.values().contains(value.asText())) {
      found.add(at + " is " + value + ", not one of " + rule.values());
    }
  }
}
