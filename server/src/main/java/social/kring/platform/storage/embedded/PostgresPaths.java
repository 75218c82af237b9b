package social.kring.platform.storage.embedded;

import java.nio.file.Path;

/**
 * Where the files of an embedded server lie.
 *
 * @param binaries below this its programs are unpacked
 * @param data its data directory
 * @param password a file with its password, readable by the node alone
 */
public record PostgresPaths(Path binaries, Path data, Path password) {

  /** All below one directory. */
  public static PostgresPaths below(Path directory) {
    var absolute = directory.toAbsolutePath().normalize();
    return new PostgresPaths(absolute, absolute.resolve("data"), absolute.resolve("password"));
  }
}
