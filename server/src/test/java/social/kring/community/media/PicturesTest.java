package social.kring.community.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.kring.federation.actors.ActorRow;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.SmallDisk;
import social.kring.testing.Town;

class PicturesTest {
  @TempDir private Path folder;
  private Town town;
  private Pictures pictures;
  private ActorRow alice;

  @BeforeEach
  void openTown() {
    town = new Town();
    pictures = Pictures.on(town.foundation(), town.domains(), town.cpu(), folder);
    alice = town.person("alice");
  }

  @AfterEach
  void closeTown() {
    town.close();
  }

  @Test
  void a_picture_is_cut_to_its_shape_and_kept_under_a_name_that_says_nothing() throws IOException {
    var address = pictures.keep(alice, "avatar", jpeg(1_000, 800), PictureShape.AVATAR);

    var kept = ImageIO.read(find(address).orElseThrow().path().toFile());
    assertThat(kept.getWidth()).isEqualTo(400);
    assertThat(kept.getHeight()).isEqualTo(400);
    assertThat(address.text()).matches("https://town\\.example/media/[0-9a-z]{20}\\.jpg");
  }

  @Test
  void a_picture_for_which_there_is_no_room_is_refused_and_leaves_nothing() throws IOException {
    var made = SmallDisk.of(1);
    assumeTrue(made.isPresent(), "no file system can be made here");
    try (var disk = made.get()) {
      var media = disk.outside().resolve("media");
      var full = Pictures.on(town.foundation(), town.domains(), town.cpu(), media);
      var kept = full.keep(alice, "avatar", jpeg(400, 400), PictureShape.AVATAR);
      disk.fill();

      assertThatThrownBy(() -> full.keep(alice, "header", jpeg(1_500, 500), PictureShape.HEADER))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE))
          .hasMessageContaining("disk");
      try (var files = Files.walk(media)) {
        assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
            .containsExactly(kept.text().substring(kept.text().lastIndexOf('/') + 1));
      }
    }
  }

  @Test
  void a_small_picture_is_not_enlarged() throws IOException {
    var address = pictures.keep(alice, "header", jpeg(300, 300), PictureShape.HEADER);

    var kept = ImageIO.read(find(address).orElseThrow().path().toFile());
    assertThat(kept.getWidth()).isEqualTo(300);
    assertThat(kept.getHeight()).isEqualTo(100);
  }

  @Test
  void what_a_camera_wrote_into_a_picture_is_gone() throws IOException {
    var photo = withComment(jpeg(500, 500), "taken at 52.5N 13.4E");

    var address = pictures.keep(alice, "avatar", photo, PictureShape.AVATAR);

    var kept = Files.readAllBytes(find(address).orElseThrow().path());
    assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("52.5N");
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("52.5N");
  }

  @Test
  void a_page_that_calls_itself_a_picture_is_refused() {
    var page = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> pictures.keep(alice, "avatar", page, PictureShape.AVATAR))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.INVALID))
        .hasMessageContaining("avatar");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_picture_that_would_fill_the_memory_is_refused_by_its_head_alone() {
    var bomb = pngHead(60_000, 60_000);

    assertThatThrownBy(() -> pictures.keep(alice, "avatar", bomb, PictureShape.AVATAR))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("pixels");
  }

  @Test
  void a_line_without_end_is_refused_by_its_head_alone() {
    var line = pngHead(30_000_000, 1);

    assertThatThrownBy(() -> pictures.keep(alice, "avatar", line, PictureShape.AVATAR))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("pixels wide");
  }

  @Test
  void a_picture_that_breaks_off_is_refused() throws IOException {
    var whole = jpeg(500, 500);
    var half = java.util.Arrays.copyOf(whole, 40);

    assertThatThrownBy(() -> pictures.keep(alice, "avatar", half, PictureShape.AVATAR))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void a_picture_that_is_no_longer_shown_goes_after_a_day() throws IOException {
    var old = pictures.keep(alice, "avatar", jpeg(400, 400), PictureShape.AVATAR);
    var shown = pictures.keep(alice, "avatar", jpeg(400, 400), PictureShape.AVATAR);
    town.change(tx -> pictures.release(tx, alice, old.text()));
    var path = find(old).orElseThrow().path();

    town.clock().advance(Duration.ofHours(25));
    sweep();

    assertThat(path).doesNotExist();
    assertThat(find(old)).isEmpty();
    assertThat(find(shown).orElseThrow().path()).exists();
  }

  @Test
  void nobody_releases_what_is_anothers() throws IOException {
    var address = pictures.keep(alice, "avatar", jpeg(400, 400), PictureShape.AVATAR);
    var bob = town.person("bob");

    town.change(tx -> pictures.release(tx, bob, address.text()));
    town.clock().advance(Duration.ofHours(25));
    sweep();

    assertThat(find(address).orElseThrow().path()).exists();
  }

  private void sweep() {
    pictures.capability().jobs().forEach(job -> job.run(Tree.builder().put("actor", 0).build()));
  }

  private Optional<PictureFile> find(FediUrl address) {
    return pictures.find(address.text().substring(address.text().lastIndexOf('/') + 1));
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(width / 2, height / 2, Color.ORANGE.getRGB());
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", bytes);
    return bytes.toByteArray();
  }

  /** A comment segment behind the start of the image. */
  private static byte[] withComment(byte[] jpeg, String comment) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length() + 2)});
    out.write(comment.getBytes(StandardCharsets.US_ASCII));
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static byte[] pngHead(int width, int height) {
    var head = java.nio.ByteBuffer.allocate(33);
    head.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}).putInt(13);
    head.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    head.put(new byte[] {8, 2, 0, 0, 0});
    var crc = new CRC32();
    crc.update(head.array(), 12, 17);
    return head.putInt((int) crc.getValue()).array();
  }
}
