package social.kring.community.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.kring.platform.cpu.CpuPool;
import social.kring.protocol.Problem;
import social.kring.testing.Films;
import social.kring.testing.PictureFiles;

class FilmProcessTest {
  private static final byte[] MP4_HEAD =
      "\0\0\0\30ftypisom\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] HEIC_HEAD =
      "\0\0\0\30ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir private Path folder;
  private CpuPool cpu;

  @BeforeEach
  void open() {
    cpu = new CpuPool(1);
  }

  @AfterEach
  void close() {
    cpu.close();
  }

  private UploadProcess withFfmpeg() {
    assumeTrue(Films.canBeMade(), "FFmpeg is not installed here");
    return new UploadProcess(cpu, Ffmpeg.on(System.getenv("PATH")));
  }

  private UploadProcess without() {
    return new UploadProcess(cpu, Ffmpeg.on("/nowhere"));
  }

  @Test
  void a_film_keeps_its_streams_and_nothing_else() throws IOException {
    var process = withFfmpeg();
    var film = upload(Films.mp4(folder));

    var prints = process.of(film, Optional.empty());

    assertThat(prints.kind()).isEqualTo(UploadKind.VIDEO);
    assertThat(prints.original().mediaType()).isEqualTo("video/mp4");
    assertThat(prints.original().width()).isEqualTo(64);
    assertThat(prints.original().height()).isEqualTo(48);
    assertThat(prints.seconds().orElseThrow()).isBetween(0.8, 1.3);
    assertThat(prints.preview().orElseThrow().width()).isEqualTo(64);
    assertThat(prints.blurhash()).isPresent();
    assertThat(text(Files.readAllBytes(film))).contains("secret title", "+52.5200");
    assertThat(text(kept(prints))).doesNotContain("secret title", "+52.5200");
    prints.discardBut(film);
    try (var left = Files.list(folder)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("film.mp4", "upload");
    }
  }

  @Test
  void a_sound_keeps_its_stream_and_gets_the_picture_that_came_along() throws IOException {
    var process = withFfmpeg();
    var cover = Files.write(folder.resolve("cover"), PictureFiles.png(50, 50));

    var prints = process.of(upload(Films.flac(folder)), Optional.of(cover));

    assertThat(prints.kind()).isEqualTo(UploadKind.AUDIO);
    assertThat(prints.original().mediaType()).isEqualTo("audio/flac");
    assertThat(prints.seconds().orElseThrow()).isBetween(1.9, 2.1);
    assertThat(prints.preview().orElseThrow().width()).isEqualTo(50);
    assertThat(text(kept(prints))).doesNotContain("secret artist");
  }

  @Test
  void a_picture_that_ffmpeg_reads_is_drawn_by_it() throws IOException {
    var process = withFfmpeg();
    var made = Films.avif(folder);
    assumeTrue(made.isPresent(), "This FFmpeg makes no AVIF");

    var prints = process.of(upload(made.get()), Optional.empty());

    assertThat(prints.kind()).isEqualTo(UploadKind.IMAGE);
    assertThat(prints.original().mediaType()).isEqualTo("image/jpeg");
    assertThat(prints.original().width()).isEqualTo(64);
  }

  @Test
  void what_only_calls_itself_a_film_is_refused_and_leaves_nothing() throws IOException {
    var process = withFfmpeg();
    var lie = upload(MP4_HEAD);

    assertThatThrownBy(() -> process.of(lie, Optional.empty()))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.INVALID))
        .hasMessageContaining("file");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(lie);
    }
  }

  @Test
  void where_ffmpeg_is_not_installed_a_film_stays_as_it_is() throws IOException {
    var film = upload(MP4_HEAD);

    var prints = without().of(film, Optional.empty());

    assertThat(prints.kind()).isEqualTo(UploadKind.VIDEO);
    assertThat(kept(prints)).isEqualTo(MP4_HEAD);
    assertThat(prints.preview()).isEmpty();
    prints.discardBut(film);
    assertThat(film).exists();
  }

  @Test
  void a_picture_that_cannot_be_read_here_is_refused_with_what_to_do() throws IOException {
    var picture = upload(HEIC_HEAD);

    assertThatThrownBy(() -> without().of(picture, Optional.empty()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("image/heic")
        .hasMessageContaining("JPEG");
  }

  private Path upload(byte[] content) throws IOException {
    return Files.write(folder.resolve("upload"), content);
  }

  private static byte[] kept(Prints prints) throws IOException {
    return Files.readAllBytes(((Content.Lying) prints.original().content()).path());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
