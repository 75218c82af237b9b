package social.kring.community.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file is, by its first bytes. Names and declared types say nothing. */
enum PictureFormat {
  JPEG("image/jpeg", "jpg", 0, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
  PNG("image/png", "png", 0, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
  GIF("image/gif", "gif", 0, "GIF8".getBytes(StandardCharsets.US_ASCII)),
  WEBP("image/webp", "webp", 8, "WEBP".getBytes(StandardCharsets.US_ASCII));

  private final String mediaType;
  private final String extension;
  private final int offset;
  private final byte[] signature;

  PictureFormat(String mediaType, String extension, int offset, byte[] signature) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.offset = offset;
    this.signature = signature;
  }

  static Optional<PictureFormat> of(byte[] file) {
    return Arrays.stream(values()).filter(format -> format.fits(file)).findFirst();
  }

  private boolean fits(byte[] file) {
    var end = offset + signature.length;
    return file.length >= end && Arrays.equals(file, offset, end, signature, 0, signature.length);
  }

  String mediaType() {
    return mediaType;
  }

  /** Also what ImageIO calls the format. */
  String extension() {
    return extension;
  }
}
