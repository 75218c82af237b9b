package social.kring.community.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/** What a file is, by its first bytes: everything that browsers show inline and that cannot act. */
enum FileFormat {
  JPEG("image/jpeg", "jpg", 0, "\u00ff\u00d8\u00ff"),
  PNG("image/png", "png", 0, "\u0089PNG\r\n\u001a\n"),
  GIF("image/gif", "gif", 0, "GIF8"),
  WEBP("image/webp", "webp", 8, "WEBP"),
  AVIF("image/avif", "avif", 4, "ftypavif"),
  AVIF_SEQUENCE("image/avif", "avif", 4, "ftypavis"),
  HEIC("image/heic", "heic", 4, "ftyphei"),
  HEIF("image/heif", "heif", 4, "ftypmif1"),
  QUICKTIME("video/quicktime", "mov", 4, "ftypqt  "),
  M4A("audio/mp4", "m4a", 4, "ftypM4A "),
  MP4("video/mp4", "mp4", 4, "ftyp"),
  WEBM("video/webm", "webm", 0, "\u001aE\u00df\u00a3"),
  OGG("audio/ogg", "ogg", 0, "OggS"),
  FLAC("audio/flac", "flac", 0, "fLaC"),
  WAV("audio/wav", "wav", 8, "WAVE"),
  MP3_TAGGED("audio/mpeg", "mp3", 0, "ID3"),
  MP3("audio/mpeg", "mp3", 0, "\u00ff\u00fb"),
  MP3_OTHER("audio/mpeg", "mp3", 0, "\u00ff\u00f3"),
  AAC("audio/aac", "aac", 0, "\u00ff\u00f1");

  /** Bytes that are needed to tell. */
  static final int HEAD = 16;

  private final String mediaType;
  private final String extension;
  private final int offset;
  private final byte[] signature;

  FileFormat(String mediaType, String extension, int offset, String signature) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.offset = offset;
    this.signature = signature.getBytes(ISO_8859_1);
  }

  /** The first that fits: the more special come before those that they are a kind of. */
  static Optional<FileFormat> of(byte[] head) {
    return Arrays.stream(values()).filter(format -> format.fits(head)).findFirst();
  }

  private boolean fits(byte[] head) {
    var end = offset + signature.length;
    return head.length >= end && Arrays.equals(head, offset, end, signature, 0, signature.length);
  }

  String mediaType() {
    return mediaType;
  }

  String extension() {
    return extension;
  }

  /** What FFmpeg calls the way to read it. */
  String demuxer() {
    return switch (this) {
      case JPEG -> "jpeg_pipe";
      case PNG -> "png_pipe";
      case GIF -> "gif";
      case WEBP -> "webp_pipe";
      case AVIF, AVIF_SEQUENCE, HEIC, HEIF, QUICKTIME, M4A, MP4 -> "mov";
      case WEBM -> "matroska";
      case OGG -> "ogg";
      case FLAC -> "flac";
      case WAV -> "wav";
      case MP3_TAGGED, MP3, MP3_OTHER -> "mp3";
      case AAC -> "aac";
    };
  }

  /** What FFmpeg calls the way to write it. */
  String muxer() {
    return switch (this) {
      case WEBM -> "webm";
      case AAC -> "adts";
      case QUICKTIME, M4A, MP4 -> "mp4";
      default -> demuxer();
    };
  }

  /** What it is best kept as where something is seen. */
  FileFormat asFilm() {
    return this == QUICKTIME || this == M4A ? MP4 : this;
  }

  /** What it is best kept as where nothing is seen. */
  FileFormat asSound() {
    return this == QUICKTIME || this == MP4 ? M4A : this;
  }

  UploadKind kind() {
    return UploadKind.named(mediaType.substring(0, mediaType.indexOf('/')));
  }
}
