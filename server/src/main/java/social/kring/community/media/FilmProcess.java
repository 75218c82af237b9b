package social.kring.community.media;

import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import social.kring.protocol.Problem;

/**
 * Makes of a film or a sound what a post shows: the same streams without anything beside them,
 * where FFmpeg is installed; else the file as it is.
 */
final class FilmProcess {
  /** Bytes. */
  static final long LARGEST = 99L << 20;

  /** 3840 by 2160. */
  static final int MOST_PIXELS = 8_294_400;

  /** Pictures a second. */
  static final int MOST_A_SECOND = 120;

  private static final int MOST_AT_ONCE = 2;

  /** What is read into memory next. */
  private static final String SMALLER =
      "scale=w='min(2048,iw)':h='min(2048,ih)':force_original_aspect_ratio=decrease";

  private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

  private final Optional<Ffmpeg> programs;
  private final PictureProcess pictures;
  private final AtomicInteger underWay = new AtomicInteger();

  FilmProcess(Optional<Ffmpeg> programs, PictureProcess pictures) {
    this.programs = programs;
    this.pictures = pictures;
  }

  /**
   * @param thumbnail what stands for it in lists, drawn already
   */
  Prints of(Path file, FileFormat format, Optional<Print> thumbnail) {
    if (new Content.Lying(file).size() > LARGEST) {
      throw Problem.invalid("Validation failed: file has more than " + LARGEST + " bytes");
    }
    return programs
        .map(ffmpeg -> aside(() -> named(() -> made(ffmpeg, file, format, thumbnail))))
        .orElseGet(() -> asItIs(file, format, thumbnail));
  }

  /** Whether this machine reads more kinds of pictures than Java does. */
  boolean draws() {
    return programs.isPresent();
  }

  /**
   * A picture of a kind that Java does not read, as one that it does.
   *
   * @throws Problem INVALID where this machine cannot read it
   */
  byte[] drawn(Path file, FileFormat format) {
    var ffmpeg =
        programs
            .filter(any -> format == FileFormat.WEBP || format == FileFormat.AVIF)
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "Validation failed: file is %s, which cannot be read here; send JPEG or PNG"
                            .formatted(format.mediaType())));
    return aside(() -> named(() -> drawn(ffmpeg, file, format)));
  }

  /** A large one is made of tiles, of which older versions see the first alone. */
  private static byte[] drawn(Ffmpeg ffmpeg, Path file, FileFormat format) {
    var facts = ffmpeg.probe(file, format);
    if (facts.pictures() != 1) throw Problem.invalid("is made of tiles; send JPEG or PNG");
    if ((long) facts.width() * facts.height() > Darkroom.MOST_PIXELS) {
      throw Problem.invalid("has more than " + Darkroom.MOST_PIXELS + " pixels");
    }
    return frame(ffmpeg, file, format);
  }

  /** Not on the threads of others: a program may take a minute. */
  private <T> T aside(Supplier<T> work) {
    if (underWay.incrementAndGet() > MOST_AT_ONCE) {
      underWay.decrementAndGet();
      throw Problem.unavailable("Too many films are being looked at", TRY_AGAIN);
    }
    var done = Promise.<T>promise();
    Thread.ofVirtual().start(() -> complete(done, work));
    return done.future().await();
  }

  private <T> void complete(Promise<T> done, Supplier<T> work) {
    try {
      var result = work.get();
      underWay.decrementAndGet();
      done.complete(result);
    } catch (Throwable failure) {
      underWay.decrementAndGet();
      done.fail(failure);
    }
  }

  private static <T> T named(Supplier<T> work) {
    try {
      return work.get();
    } catch (Problem problem) {
      throw Problem.invalid("Validation failed: file " + problem.getMessage());
    }
  }

  private Prints made(Ffmpeg ffmpeg, Path file, FileFormat format, Optional<Print> thumbnail) {
    var facts = ffmpeg.probe(file, format);
    check(facts);
    var seen = facts.pictures() > 0;
    var to = seen ? format.asFilm() : format.asSound();
    var clean = Ffmpeg.beside(file, ".clean." + to.extension());
    try {
      ffmpeg.make(file, format, options(seen, to), clean);
      var still = seen ? Optional.of(frame(ffmpeg, file, format)) : Optional.<byte[]>empty();
      return new Prints(
          seen ? UploadKind.VIDEO : UploadKind.AUDIO,
          new Print(
              to.extension(),
              to.mediaType(),
              facts.width(),
              facts.height(),
              new Content.Lying(clean)),
          thumbnail.or(() -> still.map(png -> pictures.preview(png, PictureFormat.PNG))),
          still.map(pictures::blurhash),
          facts.seconds());
    } catch (RuntimeException failure) {
      Ffmpeg.delete(clean);
      throw failure;
    }
  }

  private static void check(FilmFacts facts) {
    if (facts.pictures() == 0 && !facts.sounds()) throw Problem.invalid("has nothing in it");
    if ((long) facts.width() * facts.height() > MOST_PIXELS) {
      throw Problem.invalid("has more than " + MOST_PIXELS + " pixels");
    }
    if (facts.rate() > MOST_A_SECOND) {
      throw Problem.invalid("has more than " + MOST_A_SECOND + " pictures a second");
    }
  }

  /** The streams as they are: where it was filmed, by whom and with what stays behind. */
  private static List<String> options(boolean seen, FileFormat to) {
    var options = new ArrayList<String>();
    if (seen) options.addAll(List.of("-map", "0:V:0", "-map", "0:a:0?"));
    else options.addAll(List.of("-map", "0:a:0"));
    options.addAll(List.of("-c", "copy", "-map_metadata", "-1", "-map_chapters", "-1"));
    options.addAll(List.of("-map_metadata:s", "-1", "-fflags", "+bitexact"));
    options.addAll(List.of("-fs", Long.toString(LARGEST)));
    if (to.muxer().equals("mp4")) options.addAll(List.of("-movflags", "+faststart"));
    if (to.muxer().equals("mp3")) options.addAll(List.of("-id3v2_version", "0"));
    options.addAll(List.of("-f", to.muxer()));
    return options;
  }

  private static byte[] frame(Ffmpeg ffmpeg, Path file, FileFormat format) {
    var png = Ffmpeg.beside(file, ".png");
    try {
      ffmpeg.make(
          file,
          format,
          List.of("-map", "0:V:0", "-frames:v", "1", "-vf", SMALLER, "-f", "image2"),
          png);
      return Files.readAllBytes(png);
    } catch (IOException nothingThere) {
      throw Problem.invalid("has no picture in it");
    } finally {
      Ffmpeg.delete(png);
    }
  }

  private static Prints asItIs(Path file, FileFormat format, Optional<Print> thumbnail) {
    return new Prints(
        format.kind(),
        new Print(format.extension(), format.mediaType(), 0, 0, new Content.Lying(file)),
        thumbnail,
        Optional.empty(),
        OptionalDouble.empty());
  }
}
