package social.kring.community.media;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import social.kring.protocol.Problem;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/**
 * The programs of FFmpeg, where the machine has them. Each run is told what kind of file it gets
 * and may read files only, so that no upload makes it follow addresses; it has a minute.
 */
record Ffmpeg(Path ffmpeg, Path ffprobe) {
  private static final long SECONDS = 60;
  private static final int LONGEST_ANSWER = 1 << 20;
  private static final List<String> QUIETLY =
      List.of("-v", "error", "-protocol_whitelist", "file", "-f");

  /**
   * @param path as in the environment
   */
  static Optional<Ffmpeg> on(String path) {
    return program(path, "ffmpeg")
        .flatMap(one -> program(path, "ffprobe").map(two -> new Ffmpeg(one, two)));
  }

  private static Optional<Path> program(String path, String name) {
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * What is in a file.
   *
   * @throws Problem INVALID where that cannot be told
   */
  FilmFacts probe(Path file, FileFormat format) {
    var answer = beside(file, ".json");
    try {
      var command = new ArrayList<String>(List.of(ffprobe.toString()));
      command.addAll(QUIETLY);
      command.addAll(List.of(format.demuxer(), "-of", "json", "-show_entries"));
      command.add(FilmFacts.ENTRIES);
      command.add(file.toString());
      run(command, answer.toFile());
      return FilmFacts.of(read(answer));
    } finally {
      delete(answer);
    }
  }

  /**
   * Makes another file of one.
   *
   * @param options between the two names
   * @throws Problem INVALID where that cannot be done
   */
  void make(Path from, FileFormat format, List<String> options, Path to) {
    var command = new ArrayList<String>(List.of(ffmpeg.toString(), "-nostdin", "-y"));
    command.addAll(QUIETLY);
    command.addAll(List.of(format.demuxer(), "-i", from.toString(), "-threads", "1"));
    command.addAll(options);
    command.add(to.toString());
    var messages = beside(to, ".txt");
    try {
      run(command, messages.toFile());
    } finally {
      delete(messages);
    }
  }

  private static Tree read(Path answer) {
    try {
      if (Files.size(answer) > LONGEST_ANSWER) throw Problem.invalid("has too many parts");
      return StrictJson.parse(Files.readAllBytes(answer));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void run(List<String> command, File output) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(output)
              .start();
      try {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) throw Problem.invalid("takes too long");
      } finally {
        process.destroyForcibly();
      }
      if (process.exitValue() != 0) throw Problem.invalid("cannot be read");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  static void delete(Path... files) {
    Stream.of(files)
        .forEach(
            file -> {
              try {
                Files.deleteIfExists(file);
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            });
  }
}
