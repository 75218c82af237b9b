package social.kring.community.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import social.kring.protocol.Problem;

/**
 * A picture as it is read, the right way up. Of a large one only every second, third … pixel is
 * kept, line by line: whole, a file of few bytes would take more memory than there is.
 */
final class PictureReading {
  /** A file that has more is refused when its head is read. */
  private static final long MOST_KEPT = 4_194_304;

  /** Decoders keep at least a line. */
  private static final int MOST_ACROSS = 16_384;

  /** Decoders of WebP keep all of it, whatever is wanted. */
  static final long MOST_OF_WEBP = 2_097_152;

  private PictureReading() {}

  /**
   * @param most as many pixels as it may have
   * @throws Problem INVALID where it has more
   */
  static BufferedImage read(byte[] upload, PictureFormat format, long most) throws IOException {
    var reader = reader(format);
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
      reader.setInput(input, false, false);
      var image = read(reader, pixels(reader, format, upload, most));
      return format == PictureFormat.JPEG ? upright(image, reader) : image;
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(PictureFormat format) {
    var readers = ImageIO.getImageReadersByMIMEType(format.mediaType());
    if (!readers.hasNext()) throw Problem.invalid("has a format that is not understood");
    return readers.next();
  }

  /** Only the head is read for this. */
  private static long pixels(ImageReader reader, PictureFormat format, byte[] upload, long most)
      throws IOException {
    var webp = format == PictureFormat.WEBP;
    var allowed = webp ? Math.min(most, MOST_OF_WEBP) : most;
    var shown = (long) reader.getWidth(0) * reader.getHeight(0);
    var pixels = webp ? Math.max(shown, new WebpFrames(upload).mostPixels()) : shown;
    if (Math.max(reader.getWidth(0), reader.getHeight(0)) > MOST_ACROSS) {
      throw Problem.invalid("is more than " + MOST_ACROSS + " pixels wide or high");
    }
    if (pixels > allowed) throw Problem.invalid("has more than " + allowed + " pixels");
    return pixels;
  }

  private static BufferedImage read(ImageReader reader, long pixels) throws IOException {
    var step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_KEPT));
    var wanted = reader.getDefaultReadParam();
    wanted.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, wanted);
  }

  /** Cameras write which way they were held; where that cannot be read, the picture still can. */
  private static BufferedImage upright(BufferedImage image, ImageReader reader) {
    try {
      var orientation = ExifUtils.getExifOrientation(reader, 0);
      if (orientation == null) return image;
      return ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    } catch (IOException | RuntimeException unreadable) {
      return image;
    }
  }
}
