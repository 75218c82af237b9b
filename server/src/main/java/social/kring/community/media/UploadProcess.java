package social.kring.community.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import social.kring.platform.cpu.CpuPool;
import social.kring.protocol.Problem;

/** Tells what an upload is, by its first bytes, and has the right thing made of it. */
final class UploadProcess {
  private final CpuPool cpu;
  private final PictureProcess pictures = new PictureProcess();
  private final FilmProcess films;
  private final Queue queue = new Queue();

  UploadProcess(CpuPool cpu, Optional<Ffmpeg> programs) {
    this.cpu = cpu;
    this.films = new FilmProcess(programs, pictures);
  }

  Prints of(Path file, Optional<Path> thumbnail) {
    var format =
        FileFormat.of(head(file))
            .orElseThrow(() -> Problem.invalid("Validation failed: file is of no known kind"));
    return switch (format) {
      case JPEG, PNG, GIF -> queue.inTurn(() -> picture(content(file, "file")));
      case WEBP -> queue.inTurn(() -> webp(file));
      case AVIF, AVIF_SEQUENCE, HEIC, HEIF -> queue.inTurn(() -> foreign(file, format));
      default -> films.of(file, format, thumbnail.map(this::preview));
    };
  }

  private Prints picture(byte[] content) {
    var format = PictureFormat.of(content).orElseThrow();
    return cpu.compute(() -> pictures.of(content, format));
  }

  /** Java's decoder needs much memory for a large one. */
  private Prints webp(Path file) {
    var content = content(file, "file");
    var large = new WebpFrames(content).mostPixels() > PictureReading.MOST_OF_WEBP;
    return large && films.draws() ? foreign(file, FileFormat.WEBP) : picture(content);
  }

  private Prints foreign(Path file, FileFormat format) {
    var png = films.drawn(small(file, "file"), format);
    return cpu.compute(() -> pictures.of(png, PictureFormat.PNG, false));
  }

  /** What stands for a film or a sound. */
  private Print preview(Path thumbnail) {
    var content = content(thumbnail, "thumbnail");
    var format =
        PictureFormat.of(content)
            .orElseThrow(() -> Problem.invalid("Validation failed: thumbnail is no picture"));
    return cpu.compute(() -> pictures.preview(content, format));
  }

  private static byte[] head(Path file) {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(FileFormat.HEAD);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] content(Path file, String name) {
    try {
      return Files.readAllBytes(small(file, name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path small(Path file, String name) {
    if (new Content.Lying(file).size() > Pictures.LARGEST_UPLOAD) {
      throw Problem.invalid(
          "Validation failed: %s has more than %d bytes".formatted(name, Pictures.LARGEST_UPLOAD));
    }
    return file;
  }
}
