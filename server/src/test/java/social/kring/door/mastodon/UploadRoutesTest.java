package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.community.media.MediaUsage;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiTown;
import social.kring.testing.PictureFiles;
import social.kring.testing.Resident;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadRoutesTest {
  private static final String STATUSES = "/api/v1/statuses";

  private ApiTown town;
  private Resident alice;
  private Resident bob;

  @BeforeAll
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    bob = town.person("bob");
  }

  @AfterAll
  void close() {
    town.close();
  }

  @Test
  void a_photo_is_ready_at_once_without_what_the_camera_wrote() throws IOException {
    var photo = PictureFiles.jpeg(1_200, 800, "taken at 52.5N");

    var media = take(alice, photo, "description", "A sunset", "focus", "0.5,-0.25");

    assertThat(media.status()).as(media.text()).isEqualTo(200);
    assertThat(media.get("type")).isEqualTo("image");
    assertThat(media.get("url")).matches("https://town\\.example/media/[0-9a-z]{20}\\.jpg");
    assertThat(media.get("description")).isEqualTo("A sunset");
    assertThat(media.get("blurhash")).hasSize(28);
    assertThat(media.at("/remote_url").isNull()).isTrue();
    assertThat(media.at("/meta/original/width").asInt()).isEqualTo(1_200);
    assertThat(media.at("/meta/original/size").asText()).isEqualTo("1200x800");
    assertThat(media.at("/meta/focus/y").asDouble()).isEqualTo(-0.25);
    assertThat(media.at("/meta/small/height").asInt()).isBetween(380, 400);
    var kept = new String(Files.readAllBytes(file(media, "url")), StandardCharsets.ISO_8859_1);
    assertThat(kept).doesNotContain("52.5N");
    assertThat(ImageIO.read(file(media, "preview_url").toFile()).getWidth())
        .isEqualTo(media.at("/meta/small/width").asInt());
    assertThat(alice.api().get("/api/v1/media/" + media.id()).json()).isEqualTo(media.json());
  }

  @Test
  void a_gif_moves_on_without_its_comments() throws IOException {
    var media = take(alice, PictureFiles.gif(3, "made by alice"));

    assertThat(media.status()).as(media.text()).isEqualTo(200);
    var kept = Files.readAllBytes(file(media, "url"));
    assertThat(new String(kept, StandardCharsets.ISO_8859_1))
        .startsWith("GIF89a")
        .doesNotContain("made by");
    try (var input = ImageIO.createImageInputStream(file(media, "url").toFile())) {
      var reader = ImageIO.getImageReaders(input).next();
      reader.setInput(input);
      assertThat(reader.getNumImages(true)).isEqualTo(3);
      assertThat(reader.read(2).getWidth()).isEqualTo(40);
    }
  }

  @Test
  void a_post_shows_what_was_uploaded_and_tells_its_peers() {
    var one = take(alice, PictureFiles.png(300, 200), "description", "one");
    var two = take(alice, PictureFiles.png(200, 300), "focus", "0,1");

    var post =
        alice.api().post(STATUSES, "status", "", "media_ids[]", one.id(), "media_ids[]", two.id());

    assertThat(post.status()).as(post.text()).isEqualTo(200);
    assertThat(post.at("/media_attachments/0")).isEqualTo(one.json());
    assertThat(post.at("/media_attachments/1")).isEqualTo(two.json());
    var seen = town.api().get(STATUSES + "/" + post.id());
    assertThat(seen.at("/media_attachments/0/description").asText()).isEqualTo("one");
    assertThat(
            town.api()
                .get("/api/v1/accounts/" + alice.id() + "/statuses?only_media=true")
                .each("id"))
        .contains(post.id());
    var attached = published().tree("object").orElseThrow().objects("attachment");
    assertThat(attached).hasSize(2);
    assertThat(attached.getFirst().string("name")).contains("one");
    assertThat(attached.getFirst().string("mediaType")).contains("image/png");
    assertThat(attached.getFirst().number("width")).contains(300L);
    assertThat(attached.getFirst().string("blurhash")).contains(one.get("blurhash"));
    assertThat(attached.getLast().scalars("focalPoint")).containsExactly("0", "1");
  }

  private Tree published() {
    return town.square().published().getLast().activity();
  }

  @Test
  void nobody_shows_what_is_anothers_or_is_shown_already() {
    var hers = take(alice, PictureFiles.png(30, 20));
    assertThat(bob.api().get("/api/v1/media/" + hers.id()).status()).isEqualTo(404);
    assertThat(bob.api().put("/api/v1/media/" + hers.id(), "description", "mine").status())
        .isEqualTo(404);
    assertThat(bob.api().delete("/api/v1/media/" + hers.id()).status()).isEqualTo(404);
    assertThat(bob.api().post(STATUSES, "status", "x", "media_ids[]", hers.id()).status())
        .isEqualTo(422);

    alice.posts("hers", "media_ids[]", hers.id());

    var again = alice.api().post(STATUSES, "status", "again", "media_ids[]", hers.id());
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.get("error")).contains("media_ids");
    assertThat(alice.api().get("/api/v1/media/" + hers.id()).status()).isEqualTo(404);
    assertThat(alice.api().delete("/api/v1/media/" + hers.id()).status()).isEqualTo(422);
  }

  @Test
  void what_is_too_much_or_no_picture_is_refused_by_name() {
    var ids = new String[10];
    for (var i = 0; i < 5; i++) {
      ids[2 * i] = "media_ids[]";
      ids[2 * i + 1] = take(alice, PictureFiles.png(10, 10)).id();
    }

    assertThat(alice.api().post(STATUSES, ids).get("error")).contains("media_ids");
    var page = take(alice, "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.get("error")).contains("file");
    var wordy = take(alice, PictureFiles.png(10, 10), "description", "x".repeat(1_501));
    assertThat(wordy.status()).isEqualTo(422);
    assertThat(wordy.get("error")).contains("description");
    assertThat(take(alice, PictureFiles.png(10, 10), "focus", "left").get("error"))
        .contains("focus");
    assertThat(alice.api().post("/api/v2/media").status()).isEqualTo(422);
    assertThat(town.api().upload("POST", "/api/v2/media", "file", PictureFiles.png(1, 1)).status())
        .isEqualTo(401);
    assertThat(
            alice
                .api("write:statuses")
                .upload("POST", "/api/v2/media", "file", PictureFiles.png(1, 1))
                .status())
        .isEqualTo(403);
  }

  @Test
  void an_edit_describes_adds_and_takes_away() {
    var one = take(alice, PictureFiles.png(30, 20));
    var two = take(alice, PictureFiles.png(30, 20));
    var post = alice.posts("pictures", "media_ids[]", one.id());

    var described =
        alice
            .api()
            .json(
                "PUT",
                STATUSES + "/" + post.id(),
                """
                {"media_ids":["%s","%s"],
                 "media_attributes":[{"id":"%s","description":"first","focus":"1,0"}]}
                """
                    .formatted(one.id(), two.id(), one.id()));
    var kept = alice.api().put(STATUSES + "/" + post.id(), "status", "still there");
    var less =
        alice.api().put(STATUSES + "/" + post.id(), "status", "one", "media_ids[]", two.id());

    assertThat(described.status()).as(described.text()).isEqualTo(200);
    assertThat(described.at("/media_attachments/0/description").asText()).isEqualTo("first");
    assertThat(described.at("/media_attachments/0/meta/focus/x").asDouble()).isEqualTo(1);
    assertThat(kept.at("/media_attachments").size()).isEqualTo(2);
    assertThat(less.at("/media_attachments").size()).isEqualTo(1);
    var history = alice.api().get(STATUSES + "/" + post.id() + "/history");
    assertThat(history.at("/0/media_attachments/0/id").asText()).isEqualTo(one.id());
    assertThat(history.at("/1/media_attachments").size()).isEqualTo(2);
  }

  @Test
  void a_post_that_is_deleted_gives_its_pictures_back_for_a_day() {
    var one = take(alice, PictureFiles.png(30, 20));
    var first = alice.posts("typo", "media_ids[]", one.id());

    var deleted = alice.api().delete(STATUSES + "/" + first.id());
    var second = alice.posts("no typo", "media_ids[]", one.id());

    assertThat(deleted.at("/media_attachments/0/id").asText()).isEqualTo(one.id());
    assertThat(second.at("/media_attachments/0/id").asText()).isEqualTo(one.id());

    alice.api().delete(STATUSES + "/" + second.id() + "?delete_media=true");

    assertThat(shows(one, "url")).isFalse();
    assertThat(alice.api().get("/api/v1/media/" + one.id()).status()).isEqualTo(404);
  }

  @Test
  void what_was_never_posted_is_gone_after_a_day_and_what_was_stays() {
    var idle = take(alice, PictureFiles.png(30, 20));
    var shown = take(alice, PictureFiles.png(30, 20));
    alice.posts("stays", "media_ids[]", shown.id());
    var file = file(idle, "url");

    town.square().town().clock().advance(Duration.ofHours(25));
    sweep();

    assertThat(alice.api().get("/api/v1/media/" + idle.id()).status()).isEqualTo(404);
    assertThat(file).doesNotExist();
    assertThat(file(shown, "url")).exists();
    assertThat(file(shown, "preview_url")).exists();
  }

  @Test
  void an_operator_is_told_how_much_there_is() {
    take(alice, PictureFiles.png(30, 20));

    var images =
        MediaUsage.of(town.square().database()).stream()
            .filter(usage -> usage.what().equals("image"))
            .findFirst()
            .orElseThrow();

    assertThat(images.files()).isGreaterThanOrEqualTo(2);
    assertThat(images.bytes()).isPositive();
    assertThat(images.waiting()).isBetween(2L, images.files());
  }

  @Test
  void of_somebody_who_is_gone_nothing_is_left() {
    var carol = town.person("carol");
    var posted = take(carol, PictureFiles.png(30, 20));
    carol.posts("here", "media_ids[]", posted.id());
    var waiting = take(carol, PictureFiles.png(30, 20));
    var hers = take(alice, PictureFiles.png(30, 20));
    var files = List.of(file(posted, "url"), file(posted, "preview_url"), file(waiting, "url"));

    town.square().town().change(tx -> gone(tx, carol));
    town.drain();
    sweep(Tree.builder().put("actor", carol.neighbour().id()).build());

    assertThat(shows(posted, "url")).isFalse();
    assertThat(shows(waiting, "preview_url")).isFalse();
    assertThat(files).allSatisfy(file -> assertThat(file).doesNotExist());
    assertThat(file(hers, "url")).exists();
  }

  private void gone(Transaction tx, Resident person) {
    var happening =
        Happening.here("actor.deleted", person.neighbour().id(), Tree.builder().build());
    town.square().town().foundation().events().record(tx, happening);
  }

  private void sweep() {
    sweep(Tree.builder().put("actor", 0).build());
  }

  private void sweep(Tree details) {
    for (var i = 0; i < 2; i++) {
      town.square().media().pictures().capability().jobs().forEach(job -> job.run(details));
    }
  }

  private static ApiAnswer take(Resident owner, byte[] file, String... fields) {
    return owner.api().upload("POST", "/api/v2/media", "file", file, fields);
  }

  private boolean shows(ApiAnswer media, String field) {
    return town.square().media().pictures().find(name(media, field)).isPresent();
  }

  private Path file(ApiAnswer media, String field) {
    return town.square().media().pictures().find(name(media, field)).orElseThrow().path();
  }

  private static String name(ApiAnswer media, String field) {
    return media.get(field).substring(media.get(field).lastIndexOf('/') + 1);
  }
}
