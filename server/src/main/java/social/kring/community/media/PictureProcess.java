package social.kring.community.media;

import io.trbl.blurhash.BlurHash;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import net.coobird.thumbnailator.Thumbnails;
import social.kring.protocol.Problem;

/**
 * Makes of a picture what a post shows: nothing but its pixels, not more of them than fit into
 * memory, and a small one for lists. A GIF that moves keeps its frames. Keeps a core busy.
 */
final class PictureProcess {
  private static final Optional<GifFrames> NONE = Optional.empty();

  /** 640 by 360. */
  private static final int MOST_PREVIEWED = 230_400;

  private static final int BLURRED = 64;
  private static final int ACROSS = 4;
  private static final int DOWN = 3;

  /**
   * @throws Problem INVALID where it cannot be shown
   */
  Prints of(byte[] upload, PictureFormat format) {
    return of(upload, format, format == PictureFormat.PNG || format == PictureFormat.GIF);
  }

  /**
   * As above.
   *
   * @param drawn rather than photographed: its edges stay sharp
   */
  Prints of(byte[] upload, PictureFormat format, boolean drawn) {
    try {
      return made(upload, format, drawn);
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

  private static Prints made(byte[] upload, PictureFormat format, boolean drawn)
      throws IOException {
    var moving = format == PictureFormat.GIF ? Optional.of(GifFrames.read(upload)) : NONE;
    var whole = PictureReading.read(upload, format, Darkroom.MOST_PIXELS);
    var original =
        moving.filter(GifFrames::moves).map(GifFrames::print).orElseGet(() -> print(whole, drawn));
    return new Prints(
        UploadKind.IMAGE,
        original,
        Optional.of(preview(whole)),
        Optional.of(blurhash(whole)),
        OptionalDouble.empty());
  }

  /** Of the same ratio, never enlarged. */
  private static Print preview(BufferedImage whole) {
    var all = (double) whole.getWidth() * whole.getHeight();
    var shrinkage = Math.min(1, Math.sqrt(MOST_PREVIEWED / all));
    var width = Math.max(1, (int) Math.round(whole.getWidth() * shrinkage));
    var height = Math.max(1, (int) Math.round(whole.getHeight() * shrinkage));
    try {
      return print(Thumbnails.of(whole).forceSize(width, height).asBufferedImage(), false);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Print print(BufferedImage image, boolean drawn) {
    var alpha = image.getColorModel().hasAlpha();
    var format = alpha || drawn ? PictureFormat.PNG : PictureFormat.JPEG;
    return new Print(
        format.extension(),
        format.mediaType(),
        image.getWidth(),
        image.getHeight(),
        new Content.Bytes(PictureWriting.written(image, format)));
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
