package social.kring.community.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import social.kring.platform.disk.DiskRoom;

/** Where the files lie, spread over folders by the beginning of their names. */
public final class MediaFolder {
  private static final int PREFIX = 2;

  private final Path root;

  public MediaFolder(Path root) {
    this.root = root;
  }

  /** The file of that name; it may not exist. The name is one that this node made. */
  public Path file(String name) {
    return root.resolve(name.substring(0, PREFIX)).resolve(name);
  }

  /**
   * Returns when the bytes are on the disk.
   *
   * @throws social.kring.protocol.Problem UNAVAILABLE where that is full; nothing is left there
   */
  void write(String name, byte[] bytes) {
    var file = file(name);
    try {
      Files.createDirectories(file.getParent());
      writeAll(file, bytes);
      sync(file.getParent());
    } catch (IOException failure) {
      discard(file, failure);
      if (DiskRoom.isWhy(failure)) throw DiskRoom.full(failure);
      throw new UncheckedIOException("A picture cannot be written: " + file, failure);
    }
  }

  private static void writeAll(Path file, byte[] bytes) throws IOException {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) channel.write(buffer);
      channel.force(true);
    }
  }

  /** Half a picture would only take the room that is missing. */
  private static void discard(Path file, IOException failure) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException another) {
      failure.addSuppressed(another);
    }
  }

  /** A file survives a crash when its folder knows it. */
  private static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  void delete(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException failure) {
      throw new UncheckedIOException("A picture cannot be deleted", failure);
    }
  }
}
