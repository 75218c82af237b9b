package social.kring.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import social.kring.protocol.Problem;

/** A folder whose files are kept under their names below it. */
final class FileTree {
  private static final String FOLDER = "files/";

  private final Path root;

  FileTree(Path root) {
    this.root = root;
  }

  /** A file that was deleted meanwhile is missed by nobody. */
  void write(BackupWriter backup) throws IOException {
    if (!Files.isDirectory(root)) return;
    try (var all = Files.walk(root)) {
      for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
        try {
          backup.file(FOLDER + root.relativize(file), file);
        } catch (NoSuchFileException deleted) {
          backup.end();
        }
      }
    }
  }

  void read(BackupReader backup) throws IOException {
    for (var entry : backup.below(FOLDER)) {
      var file = root.resolve(entry.substring(FOLDER.length())).normalize();
      if (!file.startsWith(root))
        throw Problem.invalid("the backup names a file outside: " + entry);
      Files.createDirectories(file.getParent());
      try (var stream = backup.open(entry)) {
        Files.copy(stream, file);
      }
    }
  }
}
