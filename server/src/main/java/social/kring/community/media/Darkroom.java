package social.kring.community.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
      return fitted(PictureReading.read(upload, format, MOST_PIXELS), shape);
    } catch (Problem problem) {
      throw refused(problem.getMessage());
    } catch (IOException | RuntimeException unreadable) {
      throw refused("cannot be read as " + format.mediaType());
    }
  }

  private static Drawing fitted(BufferedImage whole, PictureShape shape) throws IOException {
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
