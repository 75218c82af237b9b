package social.kring.community.posts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import social.kring.protocol.activitystreams.Attachment.Focus;
import social.kring.protocol.activitystreams.Attachment.Size;
import social.kring.protocol.url.FediUrl;

/** What of a post is kept as JSON: always read whole, never searched by. */
final class PostJson {
  private PostJson() {}

  static JsonArray media(List<PostMedia> media) {
    return array(media, PostJson::medium);
  }

  static List<PostMedia> media(JsonArray array) {
    return list(array, PostJson::medium);
  }

  private static JsonObject medium(PostMedia medium) {
    var json =
        new JsonObject()
            .put("id", medium.id())
            .put("url", medium.url().text())
            .put("mediaType", medium.mediaType())
            .put("width", medium.size().width())
            .put("height", medium.size().height());
    medium.description().ifPresent(text -> json.put("description", text));
    medium.blurhash().ifPresent(hash -> json.put("blurhash", hash));
    medium.focus().ifPresent(focus -> json.put("x", focus.x()).put("y", focus.y()));
    medium.preview().ifPresent(preview -> json.put("preview", preview(preview)));
    medium.look().seconds().ifPresent(seconds -> json.put("seconds", seconds));
    return json;
  }

  private static PostMedia medium(JsonObject json) {
    return new PostMedia(
        json.getLong("id"),
        FediUrl.parse(json.getString("url")),
        json.getString("mediaType"),
        Optional.ofNullable(json.getString("description")),
        new PostMedia.Look(
            size(json),
            Optional.ofNullable(json.getString("blurhash")),
            Optional.ofNullable(json.getDouble("x")).map(x -> new Focus(x, json.getDouble("y"))),
            Optional.ofNullable(json.getJsonObject("preview")).map(PostJson::preview),
            Optional.ofNullable(json.getDouble("seconds"))
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty)));
  }

  private static Size size(JsonObject json) {
    return new Size(json.getLong("width"), json.getLong("height"));
  }

  private static JsonObject preview(PostMedia.Preview preview) {
    return new JsonObject()
        .put("url", preview.url().text())
        .put("mediaType", preview.mediaType())
        .put("width", preview.size().width())
        .put("height", preview.size().height());
  }

  private static PostMedia.Preview preview(JsonObject json) {
    return new PostMedia.Preview(
        FediUrl.parse(json.getString("url")), json.getString("mediaType"), size(json));
  }

  static JsonArray emojis(List<PostEmoji> emojis) {
    return array(
        emojis,
        emoji -> new JsonObject().put("shortcode", emoji.shortcode()).put("url", emoji.url()));
  }

  static List<PostEmoji> emojis(JsonArray array) {
    return list(array, json -> new PostEmoji(json.getString("shortcode"), json.getString("url")));
  }

  static JsonObject poll(PostPoll poll) {
    var json =
        new JsonObject()
            .put("multiple", poll.multiple())
            .put("hidesTotals", poll.hidesTotals())
            .put("ended", poll.ended())
            .put(
                "options",
                array(
                    poll.options(),
                    o -> new JsonObject().put("title", o.title()).put("votes", o.votes())));
    poll.expiresAt().ifPresent(at -> json.put("expiresAt", at.toString()));
    poll.votersCount().ifPresent(count -> json.put("votersCount", count));
    return json;
  }

  static PostPoll poll(JsonObject json) {
    return new PostPoll(
        list(
            json.getJsonArray("options"),
            o -> new PostPoll.Option(o.getString("title"), o.getLong("votes"))),
        json.getBoolean("multiple"),
        Optional.ofNullable(json.getString("expiresAt")).map(Instant::parse),
        Optional.ofNullable(json.getLong("votersCount")),
        json.getBoolean("hidesTotals", false),
        json.getBoolean("ended", false));
  }

  private static <T> JsonArray array(List<T> items, Function<T, JsonObject> write) {
    var array = new JsonArray();
    items.forEach(item -> array.add(write.apply(item)));
    return array;
  }

  private static <T> List<T> list(JsonArray array, Function<JsonObject, T> read) {
    return array.stream().map(item -> read.apply((JsonObject) item)).toList();
  }
}
