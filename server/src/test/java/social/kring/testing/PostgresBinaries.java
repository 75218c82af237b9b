package social.kring.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked. It refuses to run as root, so there it runs as nobody. */
final class PostgresBinaries {
  private static final String NOBODY = "nobody";
  private static final int EXECUTABLE = 0b001_000_000;

  private final Path directory;
  private final boolean asRoot = System.getProperty("user.name").equals("root");

  PostgresBinaries(Path directory) {
    this.directory = directory;
  }

  String data() {
    return directory.resolve("data").toString();
  }

  void unpack() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    var data = Files.createDirectory(directory.resolve("data"));
    if (asRoot) {
      var users = directory.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(data, users.lookupPrincipalByName(NOBODY));
    }
    var name = "/postgres-linux-" + (isArm() ? "arm_64" : "x86_64") + ".txz";
    try (var archive = PostgresBinaries.class.getResourceAsStream(name);
        var tar =
            new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry);
      }
    }
  }

  private static boolean isArm() {
    return System.getProperty("os.arch").equals("aarch64");
  }

  private void unpack(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
    var path = directory.resolve(entry.getName()).normalize();
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
    if ((entry.getMode() & EXECUTABLE) != 0) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  Process start(String program, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    if (asRoot) {
      command.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", "nogroup", "--clear-groups"));
    }
    command.add(directory.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve(program + ".log").toFile())
        .start();
  }

  void finish(String program, String... arguments) throws IOException {
    try {
      var code = start(program, arguments).waitFor();
      if (code != 0) {
        var said = Files.readString(directory.resolve(program + ".log"));
        throw new IOException(program + " ended with " + code + ": " + said);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  static void delete(Path directory) throws IOException {
    try (var all = Files.walk(directory)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
