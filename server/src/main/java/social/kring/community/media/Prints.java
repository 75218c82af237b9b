package social.kring.community.media;

import java.util.Optional;
import java.util.OptionalDouble;

/** All that is made of an upload. */
record Prints(
    UploadKind kind,
    Print original,
    Optional<Print> preview,
    Optional<String> blurhash,
    OptionalDouble seconds) {}
