package social.kring.community.media;

import java.nio.file.Path;
import java.util.Optional;
import social.kring.platform.cpu.CpuPool;

/** Writes to the disk on other threads, so that nobody else on a verticle waits for the disk. */
record WaitingStore(MediaStore store, CpuPool cpu) implements MediaStore {

  @Override
  public void write(String name, String mediaType, Content content) {
    cpu.compute(
        () -> {
          store.write(name, mediaType, content);
          return name;
        });
  }

  @Override
  public void delete(String name) {
    store.delete(name);
  }

  @Override
  public Optional<Path> find(String name) {
    return store.find(name);
  }
}
