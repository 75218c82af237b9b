package social.kring.platform.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a program is run that refuses to be root, as PostgreSQL does: by whoever runs the node; if
 * that is root, in a user namespace where root has another name, or else as nobody.
 *
 * <p>A namespace is better, since files stay root's own and the parents of the data directory may
 * be closed to others; most container engines forbid it.
 */
enum Unprivileged {
  SELF(List.of()),
  NAMESPACE(List.of("unshare", "--user", "--map-user=65534", "--map-group=65534", "--")),
  NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));

  private static final String ROOT = "root";

  private final List<String> prefix;

  Unprivileged(List<String> prefix) {
    this.prefix = prefix;
  }

  static Unprivileged here() throws IOException {
    if (!System.getProperty("user.name").equals(ROOT)) return SELF;
    return NAMESPACE.works() ? NAMESPACE : NOBODY;
  }

  List<String> command(List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  /** Gives a directory with all that is in it to the one who will run the program. */
  void own(Path directory) throws IOException {
    if (this == SELF) return;
    var owner =
        directory
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(this == NAMESPACE ? ROOT : "nobody");
    if (!Files.getOwner(directory).equals(owner)) ownAll(directory, owner);
  }

  private static void ownAll(Path directory, UserPrincipal owner) throws IOException {
    try (var all = Files.walk(directory)) {
      for (var path : all.toList()) Files.setOwner(path, owner);
    }
  }

  private boolean works() throws IOException {
    var command = new ArrayList<>(prefix);
    command.add("true");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}
