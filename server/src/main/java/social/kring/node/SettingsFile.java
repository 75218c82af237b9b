package social.kring.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import social.kring.protocol.Problem;

/** The file {@code kring.yaml}: one key a setting, in lower case and without the prefix. */
final class SettingsFile {
  static final String NAME = "kring.yaml";

  private SettingsFile() {}

  /**
   * What a file in this directory sets; nothing where there is none.
   *
   * @throws Problem INVALID for what is not YAML, or a key that is not a setting
   */
  static Map<Setting, String> in(Path directory) {
    var file = directory.resolve(NAME);
    if (!Files.exists(file)) return Map.of();
    var settings = new EnumMap<Setting, String>(Setting.class);
    read(file).properties().forEach(each -> settings.put(setting(file, each), text(file, each)));
    return settings;
  }

  private static JsonNode read(Path file) {
    var yaml =
        new ObjectMapper(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
    try {
      var document = yaml.readTree(Files.readAllBytes(file));
      if (document.isObject() || document.isMissingNode() || document.isNull()) return document;
      throw Problem.invalid(
          file + " is not a list of settings, expected lines like listen: 127.0.0.1:8080");
    } catch (JsonProcessingException malformed) {
      throw Problem.invalid(file + " cannot be understood: " + firstLine(malformed));
    } catch (IOException unreadable) {
      throw Problem.invalid(file + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static String firstLine(JsonProcessingException malformed) {
    var place = malformed.getLocation();
    var said = malformed.getOriginalMessage().lines().findFirst().orElse("malformed");
    return place == null ? said : "line " + place.getLineNr() + ": " + said;
  }

  private static Setting setting(Path file, Map.Entry<String, JsonNode> entry) {
    return Setting.byKey(entry.getKey())
        .orElseThrow(
            () -> Problem.invalid("\"" + entry.getKey() + "\" in " + file + " is not a setting"));
  }

  /** A list is as good as its entries with commas between them. */
  private static String text(Path file, Map.Entry<String, JsonNode> entry) {
    var value = entry.getValue();
    if (value.isValueNode()) return value.isNull() ? "" : value.asText();
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(JsonNode::asText)
          .collect(Collectors.joining(","));
    }
    throw Problem.invalid(entry.getKey() + " in " + file + " is not a text or a list of texts");
  }
}
