package social.kring.platform.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code postmaster.pid} in a PostgreSQL data directory says of the server that runs there.
 *
 * @param ready whether it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {
  private static final int PID = 0;
  private static final int PORT = 3;
  private static final int STATUS = 7;

  /** The one that claims this data directory; it may be dead. */
  static Optional<Postmaster> of(Path data) throws IOException {
    try {
      var lines = Files.readAllLines(data.resolve("postmaster.pid"));
      if (lines.size() <= PORT) return Optional.empty();
      var ready = lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
      return Optional.of(
          new Postmaster(
              Long.parseLong(lines.get(PID).strip()),
              Integer.parseInt(lines.get(PORT).strip()),
              ready));
    } catch (NoSuchFileException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  /** Whether that process lives and is really the server of this directory: ids are reused. */
  boolean runsIn(Path data) throws IOException {
    if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) return false;
    try {
      var works = Path.of("/proc", Long.toString(pid), "cwd").toRealPath();
      return works.equals(data.toRealPath());
    } catch (IOException gone) {
      return false;
    }
  }
}
