package social.kring.node;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import social.kring.platform.backup.Backup;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Migrations;
import social.kring.protocol.Problem;

/** Saves a node, running or not, and brings it back. */
final class NodeBackup {
  private final Settings settings;
  private final DataDirectory directory;

  NodeBackup(Settings settings) {
    this.settings = settings;
    this.directory = new DataDirectory(settings.storage().dataDirectory());
  }

  void write(Path file) {
    requireParent(file);
    try (var resources = new Resources()) {
      var found = new NodePostgres(settings.storage(), resources).join();
      var domain = settings.domain().authority();
      Backup.write(found.address(), directory.media(), domain, Instant.now(), file);
    }
  }

  private static void requireParent(Path file) {
    var parent = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(parent)) {
      throw Problem.invalid("The folder " + parent + " for the backup does not exist");
    }
  }

  /**
   * @throws Problem CONFLICT where anything is there already, and then nothing is changed
   */
  void restore(Path file) {
    requireSameDomain(file);
    requireEmpty();
    try (var resources = new Resources()) {
      var found = new NodePostgres(settings.storage(), resources).take();
      requireEmpty(found);
      Backup.restore(file, found.address(), directory.media());
    } catch (RuntimeException failure) {
      clear();
      throw failure;
    }
  }

  /** Ids of people and posts hold the domain, so that it cannot be another one now. */
  private void requireSameDomain(Path file) {
    var domain = Backup.label(file).domain();
    if (!domain.equals(settings.domain().authority())) {
      throw Problem.invalid(
          "The backup is of %s, but KRING_DOMAIN is %s"
              .formatted(domain, settings.domain().authority()));
    }
  }

  private void requireEmpty() {
    if (!directory.isEmpty()) {
      throw Problem.conflict(
          "The data directory %s is not empty; set KRING_DATA_DIR to another, or move it away"
              .formatted(directory.path()));
    }
  }

  private static void requireEmpty(NodePostgres.Found found) {
    var vertx = Vertx.vertx();
    try (var database = Database.open(vertx, found.address(), 1)) {
      if (Migrations.bundled().state(database) != Migrations.State.EMPTY) {
        throw Problem.conflict(found.place() + " is not empty; restore into one without tables");
      }
    } finally {
      vertx.close().await();
    }
  }

  /** It was empty before. */
  private void clear() {
    try (var all = Files.walk(directory.path())) {
      for (var path : all.sorted(Comparator.reverseOrder()).filter(this::isRestored).toList()) {
        Files.delete(path);
      }
    } catch (IOException left) {
      throw directory.unusable("cannot be cleared: " + left.getMessage(), left);
    }
  }

  private boolean isRestored(Path path) {
    return !path.equals(directory.path()) && !path.equals(directory.settingsFile());
  }
}
