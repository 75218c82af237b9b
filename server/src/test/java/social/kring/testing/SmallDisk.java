package social.kring.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A file system of a few megabytes, which can be filled. It lies in memory and in a mount namespace
 * of its own, so that it takes neither a disk nor, where user namespaces may be had, root.
 */
public final class SmallDisk implements AutoCloseable {
  private static final String ROOT = "root";
  private static final String MOUNT =
      "mount -t tmpfs -o size=\"$1\"m,mode=755 tmpfs \"$2\" && echo mounted && exec cat";

  private final Path place;
  private final Process holder;

  private SmallDisk(Path place, Process holder) {
    this.place = place;
    this.holder = holder;
  }

  /** Empty where this machine lets nobody mount anything. */
  public static Optional<SmallDisk> of(int megabytes) {
    try {
      var place = Files.createTempDirectory("kring-small-disk");
      var command = new ArrayList<>(List.of("unshare", "--mount"));
      if (!isRoot()) command.addAll(List.of("--user", "--map-root-user"));
      command.addAll(List.of("sh", "-c", MOUNT, "sh", "" + megabytes, place.toString()));
      var holder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      if ("mounted".equals(holder.inputReader().readLine())) {
        return Optional.of(new SmallDisk(place, holder));
      }
      Files.delete(place);
      return Optional.empty();
    } catch (IOException noSuchProgram) {
      return Optional.empty();
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals(ROOT);
  }

  /** What a command begins with that shall see the disk. */
  public List<String> entering() {
    var command = new ArrayList<>(List.of("nsenter", "--target", "" + holder.pid(), "--mount"));
    if (!isRoot()) command.addAll(List.of("--user", "--preserve-credentials"));
    command.add("--");
    return command;
  }

  /** Where it lies for those who entered. */
  public Path inside() {
    return place;
  }

  /** Where it lies for everybody else. */
  public Path outside() {
    return Path.of("/proc/" + holder.pid() + "/root" + place);
  }

  /** Leaves not a byte. */
  public void fill() {
    try (var file =
        FileChannel.open(filling(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (var size = 1 << 20; size > 0; size /= 2) fillBy(file, size);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void fillBy(FileChannel file, int size) {
    try {
      while (true) file.write(ByteBuffer.allocate(size));
    } catch (IOException full) {
      // A smaller piece may still fit.
    }
  }

  /** Makes room again. */
  public void empty() {
    try {
      Files.deleteIfExists(filling());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path filling() {
    return outside().resolve("filling");
  }

  /** Gone with all that lies on it, once the last one who entered has ended. */
  @Override
  public void close() {
    try {
      holder.getOutputStream().close();
      if (!holder.waitFor(10, TimeUnit.SECONDS)) holder.destroyForcibly();
      Files.deleteIfExists(place);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
