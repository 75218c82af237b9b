package social.kring.platform.backup;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import social.kring.protocol.json.Tree;

/**
 * Writes a backup beside its place, for its owner alone since it holds keys, and moves it there
 * when it is whole.
 */
final class BackupWriter implements Closeable {
  private final Path place;
  private final Path unfinished;
  private final ZipOutputStream zip;

  BackupWriter(Path place) throws IOException {
    this.place = place.toAbsolutePath();
    var owner = PosixFilePermissions.fromString("rw-------");
    this.unfinished =
        Files.createTempFile(
            this.place.getParent(),
            this.place.getFileName() + "-",
            ".unfinished",
            PosixFilePermissions.asFileAttribute(owner));
    this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)));
    zip.setLevel(Deflater.BEST_SPEED);
  }

  void document(String entry, Tree document) throws IOException {
    begin(entry).write(document.toBytes());
    zip.closeEntry();
  }

  void file(String entry, Path file) throws IOException {
    Files.copy(file, begin(entry));
    zip.closeEntry();
  }

  /** Where an entry is written; {@link #end} ends it. */
  OutputStream begin(String entry) throws IOException {
    zip.putNextEntry(new ZipEntry(entry));
    return zip;
  }

  void end() throws IOException {
    zip.closeEntry();
  }

  /** All is written: the backup comes to be. */
  void finish() throws IOException {
    zip.close();
    try (var channel =
        java.nio.channels.FileChannel.open(unfinished, java.nio.file.StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Leaves nothing of a backup that was not finished. */
  @Override
  public void close() throws IOException {
    if (Files.deleteIfExists(unfinished)) zip.close();
  }
}
