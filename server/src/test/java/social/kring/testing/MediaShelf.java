package social.kring.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import social.kring.community.media.MediaLinks;
import social.kring.community.media.Pictures;
import social.kring.community.media.Uploads;

/** Where the people of a town keep their pictures, until the test ends. */
public final class MediaShelf implements AutoCloseable {
  private final Path folder = temporaryFolder();
  private final Pictures pictures;
  private final Uploads uploads;
  private final MediaLinks links;

  MediaShelf(Town town) {
    pictures = Pictures.on(town.foundation(), town.domains(), town.cpu(), folder);
    uploads = pictures.uploads();
    links = MediaLinks.open(town.database(), town.domains(), new SecureRandom());
  }

  public Pictures pictures() {
    return pictures;
  }

  public MediaLinks links() {
    return links;
  }

  public Uploads uploads() {
    return uploads;
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("kring-media");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
