package social.kring.federation.actors;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.url.FediUrl;

/** Reads and writes the columns of {@code actor}. */
final class ActorColumns {
  private ActorColumns() {}

  static ActorRow row(Row row) {
    return new ActorRow(
        row.getLong("id"),
        FediUrl.parse(row.getString("uri")),
        new ActorKind(type(row.getString("type")), row.getBoolean("local")),
        new Handle(row.getString("name"), row.getString("authority")),
        addresses(row),
        profile(row),
        standing(row));
  }

  static ActorKind.Type type(String text) {
    return Arrays.stream(ActorKind.Type.values())
        .filter(type -> type.text().equals(text))
        .findFirst()
        .orElse(ActorKind.Type.SERVICE);
  }

  private static ActorAddresses addresses(Row row) {
    return new ActorAddresses(
        FediUrl.parse(row.getString("inbox")),
        url(row, "shared_inbox"),
        url(row, "outbox"),
        url(row, "followers"),
        url(row, "following"),
        url(row, "featured"),
        FediUrl.parse(row.getString("page")));
  }

  private static ActorProfile profile(Row row) {
    return new ActorProfile(
        row.getString("display_name"),
        row.getString("summary"),
        row.getString("source"),
        new ActorProfile.ActorImages(
            Optional.ofNullable(row.getString("avatar")),
            Optional.ofNullable(row.getString("header"))),
        fields(row.getJsonArray("fields")),
        emojis(row.getJsonArray("emojis")),
        row.getOffsetDateTime("published").toInstant());
  }

  private static ActorStanding standing(Row row) {
    return new ActorStanding(
        new ActorStanding.Choices(
            row.getBoolean("locked"),
            row.getBoolean("discoverable"),
            row.getBoolean("indexable"),
            row.getBoolean("hides_collections")),
        List.of(row.getArrayOfStrings("also_known_as")),
        url(row, "moved_to"),
        instant(row, "suspended_at"),
        instant(row, "deleted_at"),
        instant(row, "fetched_at"));
  }

  private static List<ActorProfile.Field> fields(JsonArray array) {
    return array.stream()
        .map(JsonObject.class::cast)
        .map(
            field ->
                new ActorProfile.Field(
                    field.getString("name"),
                    field.getString("value"),
                    field.getString("source", ""),
                    Optional.ofNullable(field.getString("verifiedAt")).map(Instant::parse)))
        .toList();
  }

  static JsonArray fields(List<ActorProfile.Field> fields) {
    var array = new JsonArray();
    for (var field : fields) {
      var written =
          new JsonObject()
              .put("name", field.name())
              .put("value", field.value())
              .put("source", field.source());
      field.verifiedAt().ifPresent(at -> written.put("verifiedAt", at.toString()));
      array.add(written);
    }
    return array;
  }

  private static List<ActorProfile.ActorEmoji> emojis(JsonArray array) {
    return array.stream()
        .map(JsonObject.class::cast)
        .map(
            emoji ->
                new ActorProfile.ActorEmoji(emoji.getString("shortcode"), emoji.getString("url")))
        .toList();
  }

  static JsonArray emojis(List<ActorProfile.ActorEmoji> emojis) {
    var array = new JsonArray();
    emojis.forEach(
        emoji ->
            array.add(
                new JsonObject().put("shortcode", emoji.shortcode()).put("url", emoji.url())));
    return array;
  }

  private static Optional<FediUrl> url(Row row, String column) {
    return Optional.ofNullable(row.getString(column)).map(FediUrl::parse);
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }
}
