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
  private static final int HEAD = 64;

  private final CpuPool cpu;
  private final PictureProcess pictures = new PictureProcess();

  UploadProcess(CpuPool cpu) {
    this.cpu = cpu;
  }

  Prints of(Path file, Optional<Path> thumbnail) {
    var format = PictureFormat.of(head(file));
    if (format.isEmpty()) throw Problem.invalid("Validation failed: file is of no known kind");
    var content = content(file, "file");
    return cpu.compute(() -> pictures.of(content, format.get()));
  }

  private static byte[] head(Path file) {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] content(Path file, String name) {
    try {
      if (Files.size(file) > Pictures.LARGEST_UPLOAD) {
        throw Problem.invalid(
            "Validation failed: %s has more than %d bytes"
                .formatted(name, Pictures.LARGEST_UPLOAD));
      }
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
