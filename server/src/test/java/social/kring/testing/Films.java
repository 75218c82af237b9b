package social.kring.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Films and sounds, made by FFmpeg where the machine has it. */
public final class Films {
  private Films() {}

  public static boolean canBeMade() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ffprobe")));
  }

  /** A second of film with sound, by somebody, somewhere. */
  public static byte[] mp4(Path folder) {
    return made(
        folder.resolve("film.mp4"),
        "-f",
        "lavfi",
        "-i",
        "testsrc=size=64x48:rate=10:duration=1",
        "-f",
        "lavfi",
        "-i",
        "sine=duration=1",
        "-c:v",
        "mpeg4",
        "-c:a",
        "aac",
        "-metadata",
        "title=secret title",
        "-metadata",
        "comment=at +52.5200+013.4050/");
  }

  /** Two seconds of sound, by somebody. */
  public static byte[] flac(Path folder) {
    return made(
        folder.resolve("sound.flac"),
        "-f",
        "lavfi",
        "-i",
        "sine=duration=2",
        "-metadata",
        "artist=secret artist");
  }

  /** A still, if this FFmpeg can. */
  public static Optional<byte[]> avif(Path folder) {
    try {
      return Optional.of(
          made(
              folder.resolve("still.avif"),
              "-f",
              "lavfi",
              "-i",
              "testsrc=size=64x48:duration=1",
              "-frames:v",
              "1",
              "-c:v",
              "libaom-av1",
              "-still-picture",
              "1",
              "-cpu-used",
              "8"));
    } catch (AssertionError cannot) {
      return Optional.empty();
    }
  }

  private static byte[] made(Path to, String... options) {
    var command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
    command.addAll(List.of(options));
    command.add(to.toString());
    try {
      var process = new ProcessBuilder(command).inheritIO().start();
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new AssertionError("no film could be made");
      }
      return Files.readAllBytes(to);
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }
}
