package social.kring.door.api;

import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where files lie while they are received: nobody else can look into it. */
public final class UploadFolder {
  private final Path path;

  private UploadFolder(Path path) {
    this.path = path;
  }

  /** A new one, gone when the process ends. */
  public static UploadFolder create() {
    try {
      var path = Files.createTempDirectory("kring-uploads");
      path.toFile().deleteOnExit();
      return new UploadFolder(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Reads bodies with their files, which are deleted once they were answered. */
  BodyHandler reader(long most) {
    return BodyHandler.create(true)
        .setUploadsDirectory(path.toString())
        .setDeleteUploadedFilesOnEnd(true)
        .setBodyLimit(most);
  }
}
