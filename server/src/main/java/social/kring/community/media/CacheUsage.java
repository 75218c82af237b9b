package social.kring.community.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much is kept for a while of what lies elsewhere. */
public record CacheUsage(long files, long bytes) {

  /** Counted on the disk, where another process may work at the same time. */
  public static CacheUsage in(Path folder) {
    if (!Files.isDirectory(folder)) return new CacheUsage(0, 0);
    try (var files = Files.list(folder)) {
      var sizes = files.map(Path::toFile).mapToLong(java.io.File::length).summaryStatistics();
      return new CacheUsage(sizes.getCount(), sizes.getSum());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
