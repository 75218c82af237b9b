package social.kring.community.media;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import social.kring.federation.remote.SingleFlight;
import social.kring.platform.cpu.CpuPool;
import social.kring.platform.disk.DiskRoom;
import social.kring.platform.objects.ObjectStore;

/**
 * Keeps files in an object store, which all processes of a node share. What is shown comes from a
 * copy on this machine's disk; what lay in the folder before there was a bucket is still found.
 */
final class BucketStore implements MediaStore {
  private final ObjectStore objects;
  private final DiskCache copies;
  private final MediaFolder before;
  private final CpuPool cpu;
  private final SingleFlight<String, Optional<Path>> flights = new SingleFlight<>();

  BucketStore(ObjectStore objects, DiskCache copies, MediaFolder before, CpuPool cpu) {
    this.objects = objects;
    this.copies = copies;
    this.before = before;
    this.cpu = cpu;
  }

  @Override
  public void write(String name, String mediaType, Content content) {
    switch (content) {
      case Content.Lying(var path) -> objects.put(name, mediaType, path, digest(path));
      case Content.Bytes(var bytes) -> write(name, mediaType, bytes);
    }
  }

  /** By way of a file that others will want to see next. */
  private void write(String name, String mediaType, byte[] bytes) {
    var place = copies.place();
    try {
      cpu.compute(() -> lay(bytes, place));
      objects.put(name, mediaType, place, digest(place));
      copies.keep(name, place);
    } finally {
      Ffmpeg.delete(place);
    }
  }

  /**
   * @throws social.kring.protocol.Problem UNAVAILABLE where the disk is full
   */
  private static Path lay(byte[] bytes, Path place) {
    try {
      return Files.write(place, bytes);
    } catch (IOException failure) {
      if (DiskRoom.isWhy(failure)) throw DiskRoom.full(failure);
      throw new UncheckedIOException("A file cannot be written: " + place, failure);
    }
  }

  @Override
  public void delete(String name) {
    objects.delete(name);
    copies.forget(name);
    before.delete(name);
  }

  /** The bucket is asked last: no name is given twice, so it has nothing newer. */
  @Override
  public Optional<Path> find(String name) {
    return copies
        .find(name)
        .or(() -> before.find(name))
        .or(() -> flights.get(name, () -> fetch(name)));
  }

  private Optional<Path> fetch(String name) {
    var place = copies.place();
    try {
      return objects.get(name, place) ? Optional.of(copies.keep(name, place)) : Optional.empty();
    } finally {
      Ffmpeg.delete(place);
    }
  }

  private String digest(Path file) {
    return cpu.compute(() -> HexFormat.of().formatHex(sha256(file)));
  }

  private static byte[] sha256(Path file) throws IOException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return digest.digest();
  }
}
