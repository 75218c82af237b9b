package social.kring.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an app is answered. */
public record ApiAnswer(int status, HttpResponse<byte[]> response) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  public JsonNode json() {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(status + ": " + text(), notJson);
    } catch (java.io.IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** A field of the entity that was answered, as text. */
  public String get(String field) {
    return at("/" + field).asText();
  }

  public JsonNode at(String pointer) {
    return json().at(pointer);
  }

  /** The same field of each entity in the list that was answered. */
  public List<String> each(String field) {
    var all = new ArrayList<String>();
    json().forEach(entity -> all.add(entity.at("/" + field).asText()));
    return all;
  }

  public String id() {
    return get("id");
  }
}
