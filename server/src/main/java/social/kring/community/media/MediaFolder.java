package social.kring.community.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import social.kring.platform.disk.DiskRoom;

/** Where the files lie, spread over folders by the beginning of their names. */
public final class MediaFolder implements MediaStore {
  private static final int PREFIX = 2;

  private final Path root;

  public MediaFolder(Path root) {
    this.root = root;
  }

  /** The file of that name; it may not exist. The name is one that this node made. */
  public Path file(String name) {
    return root.resolve(name.substring(0, PREFIX)).resolve(name);
  }

  @Override
  public Optional<Path> find(String name) {
    return Optional.of(file(name)).filter(Files::isRegularFile);
  }

  /**
   * Returns when the bytes are on the disk.
   *
   * @throws social.kring.protocol.Problem UNAVAILABLE where that is full; nothing is left there
   */
  @Override
  public void write(String name, String mediaType, Content content) {
    var file = file(name);
    try {
      Files.createDirectories(file.getParent());
      writeAll(file, content);
      sync(file.getParent());
    } catch (IOException failure) {
      discard(file, failure);
      if (DiskRoom.isWhy(failure)) throw DiskRoom.full(failure);
      throw new UncheckedIOException("A file cannot be written: " + file, failure);
    }
  }

  private static void writeAll(Path file, Content content) throws IOException {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      switch (content) {
        case Content.Bytes(var bytes) -> writeAll(channel, bytes);
        case Content.Lying(var path) -> copy(path, channel);
      }
      channel.force(true);
    }
  }

  private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) channel.write(buffer);
  }

  private static void copy(Path from, FileChannel to) throws IOException {
    try (var source = FileChannel.open(from, StandardOpenOption.READ)) {
      var size = source.size();
      for (var at = 0L; at < size; ) at += source.transferTo(at, size - at, to);
    }
  }

  /** Half a file would only take the room that is missing. */
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

  @Override
  public void delete(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException failure) {
      throw new UncheckedIOException("A file cannot be deleted", failure);
    }
  }
}
