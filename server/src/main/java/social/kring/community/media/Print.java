package social.kring.community.media;

/**
 * A file that is ready to be kept.
 *
 * @param width in pixels; 0 where nothing is seen
 */
record Print(String extension, String mediaType, int width, int height, Content content) {

  static Print of(Drawing drawing) {
    var format = drawing.format();
    return new Print(
        format.extension(),
        format.mediaType(),
        drawing.width(),
        drawing.height(),
        new Content.Bytes(drawing.bytes()));
  }
}
