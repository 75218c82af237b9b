package social.kring.community.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import social.kring.federation.remote.SingleFlight;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/**
 * Pictures, films and sounds that lie elsewhere, shown by this node: fetched when somebody looks,
 * once for all who look, and kept for a while. What it is says its content.
 */
public final class RemoteMedia {
  private static final long LARGEST = 64L << 20;

  /** Several times what one host may take, however slow it is: the others go on. */
  private static final int MOST_AT_ONCE = 192;

  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
  private static final Supplier<Problem> GONE =
      () -> Problem.unavailable("The picture went a moment ago", TRY_AGAIN);

  private final MediaLinks links;
  private final Elsewhere elsewhere;
  private final DiskCache cache;
  private final SingleFlight<String, Path> flights = new SingleFlight<>();
  private final AtomicInteger underWay = new AtomicInteger();

  /** The way to other hosts. */
  public interface Elsewhere {

    /**
     * @throws Problem FORBIDDEN where nothing of that host is shown here
     */
    void requireAllowed(FediUrl url);

    /**
     * @param file does not exist yet
     * @param largest bytes
     * @throws Problem where it cannot be had
     */
    void fetch(FediUrl url, Path file, long largest);
  }

  /**
   * Where and how much is kept for a while.
   *
   * @param longest how long
   */
  public record Room(Path folder, long bytes, Duration longest) {}

  public static RemoteMedia on(MediaLinks links, Elsewhere elsewhere, Room room, Clock clock) {
    var kept = new DiskCache.Room(room.bytes(), room.longest());
    return new RemoteMedia(links, elsewhere, new DiskCache(room.folder(), kept, clock));
  }

  RemoteMedia(MediaLinks links, Elsewhere elsewhere, DiskCache cache) {
    this.links = links;
    this.elsewhere = elsewhere;
    this.cache = cache;
  }

  /**
   * @param signature and what follows in the address that {@link MediaLinks} made
   * @throws Problem NOT_FOUND for an address that it did not make, FORBIDDEN for what is not shown
   *     here, UPSTREAM or UNAVAILABLE for what cannot be had
   */
  public PictureFile find(String signature, String encoded) {
    var url =
        links
            .original(signature, encoded)
            .orElseThrow(() -> Problem.notFound("There is no such picture"));
    elsewhere.requireAllowed(url);
    var key = key(url);
    var path = cache.find(key).orElseGet(() -> flights.get(key, () -> fetch(url, key)));
    return new PictureFile(path, format(path).map(FileFormat::mediaType).orElseThrow(GONE));
  }

  private Path fetch(FediUrl url, String key) {
    var place = cache.place();
    if (underWay.incrementAndGet() > MOST_AT_ONCE) {
      underWay.decrementAndGet();
      throw Problem.unavailable("Too many pictures are being fetched", TRY_AGAIN);
    }
    try {
      elsewhere.fetch(url, place, LARGEST);
      if (format(place).isEmpty()) throw Problem.upstream(url.text() + " is no picture or film");
      return cache.keep(key, place);
    } finally {
      underWay.decrementAndGet();
      discard(place);
    }
  }

  private static void discard(Path place) {
    try {
      Files.deleteIfExists(place);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Optional<FileFormat> format(Path file) {
    try (var in = Files.newInputStream(file)) {
      return FileFormat.of(in.readNBytes(FileFormat.HEAD));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static String key(FediUrl url) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(url.text().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
