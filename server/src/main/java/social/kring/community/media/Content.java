package social.kring.community.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is to be kept: a small file in memory, or a large one that lies somewhere for a while. */
sealed interface Content {

  long size();

  /** In memory. */
  record Bytes(byte[] bytes) implements Content {
    @Override
    public long size() {
      return bytes.length;
    }
  }

  /** On the disk, where it stays only as long as it takes to keep it. */
  record Lying(Path path) implements Content {
    @Override
    public long size() {
      try {
        return Files.size(path);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
