package social.kring.community.posts;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * The app that a post was written with, as it called itself then.
 *
 * @param application its id, though it may be gone by now
 */
public record WrittenWith(long application, String name, Optional<String> website) {

  /** As it is stored, with posts and with those that wait for their time. */
  public JsonObject json() {
    var json = new JsonObject().put("id", application).put("name", name);
    website.ifPresent(address -> json.put("website", address));
    return json;
  }

  /**
   * @param json as {@link #json()} makes it
   */
  public static WrittenWith from(JsonObject json) {
    return new WrittenWith(
        json.getLong("id"), json.getString("name"), Optional.ofNullable(json.getString("website")));
  }
}
