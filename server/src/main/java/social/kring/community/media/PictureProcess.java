package social.kring.community.media;

import io.trbl.blurhash.BlurHash;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import net.coobird.thumbnailator.Thumbnails;
import social.kring.protocol.Problem;

/**
 * Makes of a picture what a post shows: nothing but its pixels, not more of them than a screen has,
 * and a small one for lists. A GIF that moves keeps its frames. Keeps a core busy.
 */
final class PictureProcess {
  /** As many as a camera of a phone has; they are in memory for a moment. */
  private static final long MOST_IN_MEMORY = 12_582_912;

  /** 3840 by 2160. */
  private static final int MOST_SHOWN = 8_294_400;

  /** 640 by 360. */
  private static final int MOST_PREVIEWED = 230_400;

  private static final double QUALITY = 0.88;
  private static final int BLURRED = 64;
  private static final int ACROSS = 4;
  private static final int DOWN = 3;

  /**
   * @throws Problem INVALID where it cannot be shown
   */
  Prints of(byte[] upload, PictureFormat format) {
    try {
      return made(upload, format);
    } catch (Problem problem) {
      throw Problem.invalid("Validation failed: file " + problem.getMessage());
    } catch (IOException | RuntimeException unreadable) {
      throw Problem.invalid("Validation failed: file cannot be read as " + format.mediaType());
    }
  }

  /** What stands for a film or a sound in lists. */
  Print preview(byte[] picture, PictureFormat format) {
    try {
      return preview(PictureReading.read(picture, format, Darkroom.MOST_PIXELS));
    } catch (Problem problem) {
      throw Problem.invalid("Validation failed: thumbnail " + problem.getMessage());
    } catch (IOException | RuntimeException unreadable) {
      throw Problem.invalid("Validation failed: thumbnail cannot be read");
    }
  }

  private static Prints made(byte[] upload, PictureFormat format) throws IOException {
    var moving = format == PictureFormat.GIF ? Optional.of(GifFrames.read(upload)) : NONE;
    var whole = PictureReading.read(upload, format, Darkroom.MOST_PIXELS, MOST_IN_MEMORY);
    var original =
        moving.filter(GifFrames::moves).map(GifFrames::print).orElseGet(() -> shown(whole, format));
    return new Prints(
        UploadKind.IMAGE,
        original,
        Optional.of(preview(whole)),
        Optional.of(blurhash(whole)),
        OptionalDouble.empty());
  }

  private static final Optional<GifFrames> NONE = Optional.empty();

  private static Print shown(BufferedImage whole, PictureFormat from) {
    return print(atMost(whole, MOST_SHOWN), from == PictureFormat.PNG || from == PictureFormat.GIF);
  }

  private static Print preview(BufferedImage whole) {
    return print(atMost(whole, MOST_PREVIEWED), false);
  }

  /** Of the same ratio, never enlarged. */
  private static BufferedImage atMost(BufferedImage whole, int pixels) {
    var all = (double) whole.getWidth() * whole.getHeight();
    var shrinkage = Math.min(1, Math.sqrt(pixels / all));
    return sized(
        whole,
        Math.max(1, (int) Math.round(whole.getWidth() * shrinkage)),
        Math.max(1, (int) Math.round(whole.getHeight() * shrinkage)));
  }

  private static BufferedImage sized(BufferedImage whole, int width, int height) {
    try {
      return Thumbnails.of(whole).forceSize(width, height).asBufferedImage();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @param sharp for what was drawn rather than photographed
   */
  private static Print print(BufferedImage image, boolean sharp) {
    var alpha = image.getColorModel().hasAlpha();
    var format = alpha || sharp ? PictureFormat.PNG : PictureFormat.JPEG;
    var bytes = new ByteArrayOutputStream();
    try {
      Thumbnails.of(image)
          .scale(1)
          .outputFormat(format.extension())
          .outputQuality(QUALITY)
          .toOutputStream(bytes);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    return Print.of(new Drawing(format, image.getWidth(), image.getHeight(), bytes.toByteArray()));
  }

  /** Of a picture that this node made. */
  String blurhash(byte[] png) {
    try {
      return blurhash(PictureReading.read(png, PictureFormat.PNG, Darkroom.MOST_PIXELS));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Of a small copy: more pixels say no more in a few letters. */
  private static String blurhash(BufferedImage whole) {
    var small = Thumbnails.of(whole).forceSize(BLURRED, BLURRED);
    try {
      var image = small.imageType(BufferedImage.TYPE_INT_RGB).asBufferedImage();
      return BlurHash.encode(image, ACROSS, DOWN);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
