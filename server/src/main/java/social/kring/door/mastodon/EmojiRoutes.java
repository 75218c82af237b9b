package social.kring.door.mastodon;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import social.kring.community.emoji.CustomEmojis;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.api.UploadFolder;
import social.kring.door.mastodon.entities.CustomEmoji;
import social.kring.protocol.Problem;

/** The emoji of this node: everybody reads them, those who look after the node choose them. */
final class EmojiRoutes {
  private static final String ADMIN = "/api/v1/admin/custom_emojis";
  private static final Permission WRITE = Permission.person("admin:write");

  private final Capabilities all;
  private final UploadFolder uploads;

  EmojiRoutes(Capabilities all, UploadFolder uploads) {
    this.all = all;
    this.uploads = uploads;
  }

  void mount(ApiRoutes routes) {
    routes.get("/api/v1/custom_emojis", Permission.anyone(), this::list);
    routes.withFiles(
        HttpMethod.POST, ADMIN, WRITE, uploads, CustomEmojis.LARGEST, Staff.admins(this::add));
    routes.delete(ADMIN + "/:shortcode", WRITE, Staff.admins(this::remove));
  }

  static CustomEmoji shown(social.kring.community.emoji.CustomEmoji emoji) {
    return new CustomEmoji(emoji.shortcode(), emoji.url(), emoji.url(), true, emoji.category());
  }

  private List<CustomEmoji> list(Call call) {
    return all.emojis().all(all.database()).stream().map(EmojiRoutes::shown).toList();
  }

  private CustomEmoji add(Call call) {
    var sent = call.parameters();
    var picture =
        call.upload("image")
            .orElseThrow(() -> Problem.invalid("image is missing, expected a picture"));
    return shown(
        all.emojis().add(sent.text("shortcode").orElse(""), picture, sent.text("category")));
  }

  private Map<String, Object> remove(Call call) {
    all.emojis().remove(call.path("shortcode"));
    return Map.of();
  }
}
