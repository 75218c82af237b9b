package social.kring.community.media;

import java.nio.file.Path;

/** A picture on the disk. It never changes. */
public record PictureFile(Path path, String mediaType) {}
