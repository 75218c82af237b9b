package social.kring.community.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Files that can be had again, as many as there is room for: what was not asked for longest goes
 * first, and everything after a while. It may be deleted at any time while nothing runs.
 */
final class DiskCache {
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
  private static final String UNFINISHED = ".part";

  private final Path folder;
  private final Room room;
  private final Clock clock;
  private final AtomicLong unfinished = new AtomicLong();
  private final ReentrantLock lock = new ReentrantLock();

  /** The one that was asked for last is the last. Guarded by the lock, like all below. */
  private final Map<String, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);

  private long bytes;
  private boolean opened;
  private Instant swept;

  /**
   * How much there may be.
   *
   * @param longest how long a file is kept
   */
  record Room(long bytes, Duration longest) {}

  private record Entry(long size, Instant since) {}

  DiskCache(Path folder, Room room, Clock clock) {
    this.folder = folder;
    this.room = room;
    this.clock = clock;
    this.swept = clock.instant();
  }

  /**
   * @param key letters, digits and points
   */
  Optional<Path> find(String key) {
    lock.lock();
    try {
      open();
      var entry = Optional.ofNullable(entries.get(key));
      if (entry.filter(this::isOld).isPresent()) drop(key);
      return entry.filter(each -> !isOld(each)).map(each -> folder.resolve(key));
    } finally {
      lock.unlock();
    }
  }

  /** A place for a file that is still being made. */
  Path place() {
    lock.lock();
    try {
      open();
      return folder.resolve(unfinished.incrementAndGet() + UNFINISHED);
    } finally {
      lock.unlock();
    }
  }

  /** Takes a finished file. */
  Path keep(String key, Path finished) {
    lock.lock();
    try {
      var kept = folder.resolve(key);
      var size = Files.size(finished);
      Files.move(finished, kept, StandardCopyOption.REPLACE_EXISTING);
      add(key, new Entry(size, clock.instant()));
      makeRoom(key);
      return kept;
    } catch (IOException failure) {
      throw new UncheckedIOException("A file cannot be cached", failure);
    } finally {
      lock.unlock();
    }
  }

  /** What is gone at its source. */
  void forget(String key) {
    lock.lock();
    try {
      open();
      drop(key);
    } finally {
      lock.unlock();
    }
  }

  /** What an earlier process left, the oldest first; unfinished files are nobody's. */
  private void open() {
    if (opened) return;
    try {
      Files.createDirectories(folder);
      for (var file : byAge()) take(file);
      opened = true;
    } catch (IOException failure) {
      throw new UncheckedIOException("The cache of media cannot be opened: " + folder, failure);
    }
  }

  private List<Path> byAge() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .toList();
    }
  }

  private void take(Path file) throws IOException {
    var name = file.getFileName().toString();
    if (name.endsWith(UNFINISHED)) Files.deleteIfExists(file);
    else add(name, new Entry(Files.size(file), Files.getLastModifiedTime(file).toInstant()));
  }

  private void add(String key, Entry entry) {
    var before = entries.put(key, entry);
    bytes += entry.size() - (before == null ? 0 : before.size());
  }

  /** Never the one that just came, which somebody waits for. */
  private void makeRoom(String latest) {
    if (clock.instant().isAfter(swept.plus(BETWEEN_SWEEPS))) sweep();
    for (var key : new ArrayList<>(entries.keySet())) {
      if (bytes <= room.bytes()) return;
      if (!key.equals(latest)) drop(key);
    }
  }

  private void sweep() {
    swept = clock.instant();
    var old = entries.entrySet().stream().filter(each -> isOld(each.getValue()));
    old.map(Map.Entry::getKey).toList().forEach(this::drop);
  }

  private boolean isOld(Entry entry) {
    return clock.instant().isAfter(entry.since().plus(room.longest()));
  }

  private void drop(String key) {
    var entry = entries.remove(key);
    if (entry == null) return;
    bytes -= entry.size();
    try {
      Files.deleteIfExists(folder.resolve(key));
    } catch (IOException failure) {
      throw new UncheckedIOException("A cached file cannot be deleted", failure);
    }
  }
}
