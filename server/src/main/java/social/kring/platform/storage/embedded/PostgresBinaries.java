package social.kring.platform.storage.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import social.kring.protocol.Problem;

/** PostgreSQL's programs, unpacked once a version. */
final class PostgresBinaries {
  private static final Pattern VERSION = Pattern.compile("-([0-9]+(?:[.][0-9]+)+)[.]jar!");
  private static final int EXECUTABLE = 0b001_000_000;

  private final Path directory;

  private PostgresBinaries(Path directory) {
    this.directory = directory;
  }

  /** Those for this machine, in a directory below the given one. */
  static PostgresBinaries in(Path parent) throws IOException {
    var directory = parent.resolve("postgres-" + version());
    if (!Files.isDirectory(directory)) unpackInto(directory);
    return new PostgresBinaries(directory);
  }

  Path program(String name) {
    return directory.resolve("bin").resolve(name);
  }

  /** Half an unpacking is never seen: the finished directory is moved to its place. */
  private static void unpackInto(Path directory) throws IOException {
    var parent = Files.createDirectories(directory.toAbsolutePath().getParent());
    var unfinished = Files.createTempDirectory(parent, "unpacking-");
    try (var archive = archive();
        var tar =
            new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, unfinished);
      }
    }
    Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException lostTheRace) {
      delete(unfinished);
      if (!Files.isDirectory(directory)) throw lostTheRace;
    }
  }

  private static InputStream archive() throws IOException {
    return resource().openStream();
  }

  private static URL resource() {
    var name = "/postgres-linux-" + (isArm() ? "arm_64" : "x86_64") + ".txz";
    var archive = PostgresBinaries.class.getResource(name);
    if (archive != null) return archive;
    throw new Problem(
        Problem.Kind.INTERNAL,
        "No PostgreSQL for %s %s comes with Kring; set KRING_DATABASE_URL"
            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
  }

  private static boolean isArm() {
    return System.getProperty("os.arch").equals("aarch64");
  }

  /** Stands in the name of the jar and nowhere in it. */
  private static String version() {
    var version = VERSION.matcher(resource().toString());
    return version.find() ? version.group(1) : "bundled";
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path directory)
      throws IOException {
    var path = directory.resolve(entry.getName()).normalize();
    if (!path.startsWith(directory)) throw new IOException("Outside the archive: " + entry);
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    var executable = (entry.getMode() & EXECUTABLE) != 0;
    var permissions = executable ? "rwxr-xr-x" : "rw-r--r--";
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static void delete(Path directory) throws IOException {
    try (var all = Files.walk(directory)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    }
  }
}
