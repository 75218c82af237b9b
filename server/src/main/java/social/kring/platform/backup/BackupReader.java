package social.kring.platform.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import social.kring.protocol.Problem;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/** Reads a backup; one that was cut off has no directory at its end and is refused as a whole. */
final class BackupReader implements Closeable {
  private final ZipFile zip;
  private final Path place;

  /**
   * @throws Problem INVALID for what is no backup
   */
  BackupReader(Path place) throws IOException {
    this.place = place;
    try {
      this.zip = new ZipFile(place.toFile());
    } catch (ZipException damaged) {
      throw Problem.invalid(
          place + " is not a backup, or not a whole one: " + damaged.getMessage());
    }
  }

  Tree document(String entry) throws IOException {
    try (var stream = open(entry)) {
      return StrictJson.parse(stream.readAllBytes());
    }
  }

  InputStream open(String entry) throws IOException {
    var found = zip.getEntry(entry);
    if (found == null) throw Problem.invalid(place + " is not a backup of Kring: no " + entry);
    return zip.getInputStream(found);
  }

  /** Names of entries below a folder. */
  List<String> below(String folder) {
    return zip.stream()
        .filter(entry -> !entry.isDirectory())
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith(folder))
        .toList();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
