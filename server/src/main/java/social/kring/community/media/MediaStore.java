package social.kring.community.media;

import java.nio.file.Path;
import java.util.Optional;

/** Where files are kept for good. Their names are ones that this node made. */
interface MediaStore {

  /**
   * Returns when the file survives whatever happens.
   *
   * @throws social.kring.protocol.Problem UNAVAILABLE where it cannot be kept now
   */
  void write(String name, String mediaType, Content content);

  /** What is not there is deleted already. */
  void delete(String name);

  /** A file on this machine with that content. */
  Optional<Path> find(String name);
}
