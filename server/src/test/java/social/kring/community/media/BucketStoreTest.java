package social.kring.community.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.objects.Bucket;
import social.kring.platform.objects.ObjectStore;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.Origin;
import social.kring.testing.BucketPeer;
import social.kring.testing.PictureFiles;
import social.kring.testing.SmallDisk;
import social.kring.testing.Town;

@Timeout(60)
class BucketStoreTest {
  @TempDir private Path folder;
  private Town town;
  private Vertx vertx;
  private BucketPeer bucket;
  private Pictures pictures;

  @BeforeEach
  void open() {
    town = new Town();
    vertx = Vertx.vertx();
    bucket = new BucketPeer();
    pictures = pictures(BucketPeer.SECRET);
  }

  @AfterEach
  void close() {
    bucket.close();
    vertx.close().await();
    town.close();
  }

  private Pictures pictures(String secret) {
    return pictures(secret, folder.resolve("copies"));
  }

  private Pictures pictures(String secret, Path copies) {
    var place =
        new Bucket(
            Origin.ofAuthority(bucket.authority()),
            BucketPeer.REGION,
            BucketPeer.NAME,
            new Bucket.Access(BucketPeer.KEY, secret));
    return Pictures.in(
        new ObjectStore(vertx, place, Clock.systemUTC()),
        town.foundation(),
        town.domains(),
        town.cpu(),
        folder.resolve("media"),
        new RemoteMedia.Room(copies, 1 << 20, Duration.ofDays(7)));
  }

  @Test
  void an_upload_lies_in_the_bucket_and_is_found_by_every_process() throws IOException {
    var upload = upload(PictureFiles.jpeg(60, 40, "a comment"));

    var name = name(upload.original());
    assertThat(bucket.objects()).containsOnlyKeys(name, name(upload.preview().orElseThrow()));
    assertThat(bucket.objects().get(name).type()).isEqualTo("image/jpeg");
    deleteCopies();
    var found = pictures(BucketPeer.SECRET).find(name).orElseThrow();
    assertThat(found.path()).hasBinaryContent(bucket.objects().get(name).content());
    assertThat(found.mediaType()).isEqualTo("image/jpeg");
  }

  @Test
  void what_nobody_shows_leaves_the_bucket() throws IOException {
    var alice = town.person("alice");
    var upload = upload(alice, PictureFiles.png(60, 40));

    pictures.uploads().delete(alice, upload.id());
    pictures.capability().jobs().forEach(job -> job.run(Tree.builder().put("actor", 0).build()));

    assertThat(bucket.objects()).isEmpty();
    assertThat(pictures.find(name(upload.original()))).isEmpty();
  }

  @Test
  void what_was_kept_before_there_was_a_bucket_is_still_shown() throws IOException {
    var before =
        Pictures.on(town.foundation(), town.domains(), town.cpu(), folder.resolve("media"));
    var address =
        before.keep(town.person("bob"), "avatar", PictureFiles.png(9, 9), PictureShape.AVATAR);

    var found = pictures.find(address.text().substring(address.text().lastIndexOf('/') + 1));

    assertThat(found.orElseThrow().path()).exists();
  }

  @Test
  void the_bucket_is_not_asked_for_what_lies_here() throws IOException {
    var before =
        Pictures.on(town.foundation(), town.domains(), town.cpu(), folder.resolve("media"));
    var address =
        before.keep(town.person("bob"), "avatar", PictureFiles.png(9, 9), PictureShape.AVATAR);
    bucket.goesAway();

    assertThat(pictures.find(address.text().substring(address.text().lastIndexOf('/') + 1)))
        .isPresent();
  }

  @Test
  void no_file_stays_open_that_lies_in_the_bucket() throws IOException {
    upload(PictureFiles.jpeg(60, 40, "a comment"));

    assertThat(openFiles()).noneMatch(file -> file.startsWith(folder));
  }

  @Test
  void a_full_disk_is_said_and_nothing_goes_to_the_bucket() {
    var made = SmallDisk.of(1);
    assumeTrue(made.isPresent(), "no file system can be made here");
    var alice = town.person("alice");
    try (var disk = made.get()) {
      pictures = pictures(BucketPeer.SECRET, disk.outside().resolve("copies"));
      pictures.keep(alice, "avatar", PictureFiles.png(9, 9), PictureShape.AVATAR);
      disk.fill();

      assertThatThrownBy(
              () -> pictures.keep(alice, "avatar", PictureFiles.png(9, 9), PictureShape.AVATAR))
          .isInstanceOfSatisfying(
              Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.UNAVAILABLE))
          .hasMessageContaining("disk");
      assertThat(bucket.objects()).hasSize(1);
    }
  }

  @Test
  void a_store_that_is_away_or_refuses_is_said_and_leaves_no_upload() throws IOException {
    var alice = town.person("alice");
    pictures = pictures("another secret");
    assertThatThrownBy(() -> upload(alice, PictureFiles.png(6, 4)))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.UNAVAILABLE))
        .hasMessageContaining("403");
    pictures = pictures(BucketPeer.SECRET);
    bucket.goesAway();

    assertThatThrownBy(() -> upload(alice, PictureFiles.png(6, 4)))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
    assertThat(bucket.objects()).isEmpty();
    assertThat(new UploadTable().idle(town.database(), alice.id())).isZero();
  }

  /** Of this process, as far as the system shows them. */
  private static List<Path> openFiles() throws IOException {
    var open = new ArrayList<Path>();
    try (var all = Files.list(Path.of("/proc/self/fd"))) {
      for (var each : all.toList()) {
        if (Files.isSymbolicLink(each)) open.add(target(each));
      }
    }
    return open;
  }

  private static Path target(Path link) throws IOException {
    try {
      return Files.readSymbolicLink(link);
    } catch (NoSuchFileException closedMeanwhile) {
      return link;
    }
  }

  private Upload upload(byte[] content) throws IOException {
    return upload(town.person("alice"), content);
  }

  private Upload upload(ActorRow owner, byte[] content) throws IOException {
    var file = Files.write(folder.resolve("upload"), content);
    return pictures.uploads().take(owner, file, Optional.empty(), Caption.NONE);
  }

  private static String name(Upload.Rendition rendition) {
    return rendition.url().text().substring(rendition.url().text().lastIndexOf('/') + 1);
  }

  private void deleteCopies() throws IOException {
    try (var all = Files.walk(folder.resolve("copies"))) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
