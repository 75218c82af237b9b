package social.kring.node;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import social.kring.platform.storage.embedded.DataDirectoryLock;
import social.kring.platform.storage.embedded.PostgresPaths;
import social.kring.protocol.Problem;

/** Everything of a node that must survive, and where in it what lies. */
public record DataDirectory(Path path) {
  /** PostgreSQL begins its log with a file of 16 MiB, and needs some room to go on. */
  private static final long LEAST_FREE = 64L << 20;

  /** Of the node's own PostgreSQL. */
  PostgresPaths postgres() {
    return PostgresPaths.below(path.resolve("postgres"));
  }

  /** Pictures and other files that people upload. */
  Path media() {
    return path.resolve("media");
  }

  /** What can be fetched again: no backup has it. */
  Path mediaCache() {
    return path.resolve("cache").resolve("media");
  }

  /** Opens the access tokens that are sent along with messages to apps. */
  Path pushKey() {
    return path.resolve("push.key");
  }

  /** Copies of what lies in a bucket. */
  Path bucketCache() {
    return path.resolve("cache").resolve("bucket");
  }

  Path settingsFile() {
    return path.resolve(SettingsFile.NAME);
  }

  /** Where the database is saved before a newer version changes it. */
  Path backupBefore(String migration) {
    try {
      var backups = Files.createDirectories(path.resolve("backups"));
      return backups.resolve("before-" + migration + ".kring");
    } catch (IOException failure) {
      throw unusable("cannot be written: " + failure.getMessage(), failure);
    }
  }

  /** Whether nothing is there but settings. */
  boolean isEmpty() {
    if (!Files.exists(path)) return true;
    try (var files = Files.list(path)) {
      return files.allMatch(settingsFile()::equals);
    } catch (IOException failure) {
      throw unusable("cannot be read: " + failure.getMessage(), failure);
    }
  }

  /**
   * Makes the directory, readable for its owner alone, where it is missing.
   *
   * @throws Problem INTERNAL where it cannot be used, and why
   */
  void prepare() {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Files.delete(Files.createTempFile(path, "writable-", ""));
      requireRoom();
    } catch (AccessDeniedException | FileAlreadyExistsException refused) {
      throw unusable(
          "cannot be written by user %s; set KRING_DATA_DIR to one that can"
              .formatted(System.getProperty("user.name")),
          refused);
    } catch (IOException failure) {
      throw unusable("cannot be used: " + failure.getMessage(), failure);
    }
  }

  private void requireRoom() throws IOException {
    var free = Files.getFileStore(path).getUsableSpace();
    if (free < LEAST_FREE) {
      throw unusable(
          "lies on a full disk: %d MiB are free, %d are needed; make room, or set KRING_DATA_DIR"
              .formatted(free >> 20, LEAST_FREE >> 20),
          null);
    }
  }

  /**
   * Keeps other processes out.
   *
   * @return empty where another one is in
   */
  Optional<DataDirectoryLock> lock() {
    try {
      return DataDirectoryLock.take(path);
    } catch (IOException failure) {
      throw unusable("cannot be locked: " + failure.getMessage(), failure);
    }
  }

  /**
   * Names the process that works here: the same after a restart, and no other's, since the lock
   * lets one in at a time.
   */
  String processName() {
    var file = path.resolve("process");
    try {
      if (!Files.exists(file)) Files.writeString(file, UUID.randomUUID() + "\n");
      return Files.readString(file).strip();
    } catch (IOException failure) {
      throw unusable("cannot be used: " + failure.getMessage(), failure);
    }
  }

  Problem unusable(String why, Throwable cause) {
    return new Problem(Problem.Kind.INTERNAL, "The data directory " + path + " " + why, cause);
  }
}
