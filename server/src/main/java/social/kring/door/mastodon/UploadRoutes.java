package social.kring.door.mastodon;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import social.kring.community.media.Uploads;
import social.kring.community.posts.PostMedia;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.api.UploadFolder;
import social.kring.door.mastodon.composing.MediaComposer;
import social.kring.door.mastodon.entities.MediaAttachment;
import social.kring.protocol.Problem;

/** Files for posts. They are ready when the upload is answered. */
final class UploadRoutes {
  private static final Permission WRITE = Permission.person("write:media");

  private final Uploads uploads;
  private final MediaComposer media;
  private final UploadFolder folder;

  UploadRoutes(Capabilities all, UploadFolder folder) {
    this.media = new MediaComposer(all.members().links());
    this.uploads = all.members().uploads();
    this.folder = folder;
  }

  void mount(ApiRoutes routes) {
    var most = Uploads.LARGEST_UPLOAD;
    routes.withFiles(HttpMethod.POST, "/api/v1/media", WRITE, folder, most, this::take);
    routes.withFiles(HttpMethod.POST, "/api/v2/media", WRITE, folder, most, this::take);
    routes.get("/api/v1/media/:id", WRITE, this::show);
    routes.withFiles(HttpMethod.PUT, "/api/v1/media/:id", WRITE, folder, most, this::describe);
    routes.delete("/api/v1/media/:id", WRITE, this::delete);
  }

  private MediaAttachment take(Call call) {
    var file =
        call.file("file")
            .orElseThrow(() -> Problem.invalid("Validation failed: File can't be blank"));
    var caption = Captions.of(call.parameters(), "description", "focus");
    return media.of(
        PostMedia.of(uploads.take(call.person(), file, call.file("thumbnail"), caption)));
  }

  private MediaAttachment show(Call call) {
    return media.of(PostMedia.of(uploads.require(call.person(), call.id())));
  }

  private MediaAttachment describe(Call call) {
    var caption = Captions.of(call.parameters(), "description", "focus");
    return media.of(PostMedia.of(uploads.describe(call.person(), call.id(), caption)));
  }

  private Map<String, Object> delete(Call call) {
    uploads.delete(call.person(), call.id());
    return Map.of();
  }
}
