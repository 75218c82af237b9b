package social.kring.community.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import social.kring.protocol.Problem;

/**
 * Draws an upload anew: what comes out has the right way up and nothing but its pixels, however the
 * file was made. Keeps a core busy.
 */
final class Darkroom {
  /** As many as four pictures of 4K: what is larger is refused before it is decoded. */
  static final long MOST_PIXELS = 33_177_600;

  private static final double QUALITY = 0.85;

  private final String name;

  /**
   * @param name of the upload, for what is said about it
   */
  Darkroom(String name) {
    this.name = name;
  }

  /**
   * @throws Problem INVALID where the upload is no picture, or one that is too large
   */
  Drawing draw(byte[] upload, PictureShape shape) {
    var format = PictureFormat.of(upload).orElseThrow(() -> refused("is no picture that is known"));
    try {
      requireSize(upload, format);
      return fitted(upload, shape);
    } catch (IOException | RuntimeException unreadable) {
      if (unreadable instanceof Problem problem) throw problem;
      throw refused("cannot be read as " + format.mediaType());
    }
  }

  /** Only the head is read for this. */
  private void requireSize(byte[] upload, PictureFormat format) throws IOException {
    var readers = ImageIO.getImageReadersByMIMEType(format.mediaType());
    if (!readers.hasNext()) throw refused("has a format that is not understood");
    var reader = readers.next();
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
      reader.setInput(input, true, true);
      if (pixels(reader) > MOST_PIXELS) {
        throw refused("has more than " + MOST_PIXELS + " pixels");
      }
    } finally {
      reader.dispose();
    }
  }

  private static long pixels(ImageReader reader) throws IOException {
    return (long) reader.getWidth(0) * reader.getHeight(0);
  }

  private static Drawing fitted(byte[] upload, PictureShape shape) throws IOException {
    var whole = Thumbnails.of(new ByteArrayInputStream(upload)).scale(1).asBufferedImage();
    var image =
        Thumbnails.of(whole)
            .crop(Positions.CENTER)
            .size(width(whole, shape), height(whole, shape))
            .asBufferedImage();
    var format = image.getColorModel().hasAlpha() ? PictureFormat.PNG : PictureFormat.JPEG;
    var bytes = new ByteArrayOutputStream();
    Thumbnails.of(image)
        .scale(1)
        .outputFormat(format.extension())
        .outputQuality(QUALITY)
        .toOutputStream(bytes);
    return new Drawing(format, image.getWidth(), image.getHeight(), bytes.toByteArray());
  }

  private static int width(BufferedImage whole, PictureShape shape) {
    return Math.max(1, (int) (shape.width() * shrinkage(whole, shape)));
  }

  private static int height(BufferedImage whole, PictureShape shape) {
    return Math.max(1, (int) (shape.height() * shrinkage(whole, shape)));
  }

  /** A picture smaller than its shape keeps its pixels and gets the shape's ratio. */
  private static double shrinkage(BufferedImage whole, PictureShape shape) {
    var across = (double) whole.getWidth() / shape.width();
    var down = (double) whole.getHeight() / shape.height();
    return Math.min(1, Math.min(across, down));
  }

  private Problem refused(String why) {
    return Problem.invalid(name + " " + why);
  }
}
