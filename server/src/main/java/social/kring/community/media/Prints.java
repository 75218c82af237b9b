package social.kring.community.media;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** All that is made of an upload. */
record Prints(
    UploadKind kind,
    Print original,
    Optional<Print> preview,
    Optional<String> blurhash,
    OptionalDouble seconds) {

  /** What was made beside the upload is of no use once it is kept. */
  void discardBut(Path upload) {
    if (original.content() instanceof Content.Lying(var path) && !path.equals(upload)) {
      Ffmpeg.delete(path);
    }
  }
}
