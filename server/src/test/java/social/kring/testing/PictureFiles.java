package social.kring.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;

/** Files as people upload them. */
public final class PictureFiles {
  private PictureFiles() {}

  /** Orange above, blue below. */
  public static BufferedImage picture(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var paint = image.createGraphics();
    paint.setColor(Color.ORANGE);
    paint.fillRect(0, 0, width, height / 2);
    paint.setColor(Color.BLUE);
    paint.fillRect(0, height / 2, width, height - height / 2);
    paint.dispose();
    return image;
  }

  public static byte[] png(int width, int height) {
    return written(picture(width, height), "png");
  }

  /** With a comment behind the start of the image. */
  public static byte[] jpeg(int width, int height, String comment) {
    var jpeg = written(picture(width, height), "jpg");
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length() + 2)});
    out.writeBytes(comment.getBytes(StandardCharsets.US_ASCII));
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /** Moves, and has a comment before its end. */
  public static byte[] gif(int frames, String comment) {
    var out = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      var image = picture(40, 30);
      var type = ImageTypeSpecifier.createFromRenderedImage(image);
      writer.prepareWriteSequence(writer.getDefaultStreamMetadata(null));
      for (var i = 0; i < frames; i++) {
        var metadata = writer.getDefaultImageMetadata(type, null);
        writer.writeToSequence(new IIOImage(image, null, metadata), null);
      }
      writer.endWriteSequence();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      writer.dispose();
    }
    return withComment(out.toByteArray(), comment);
  }

  private static byte[] withComment(byte[] gif, String comment) {
    var out = new ByteArrayOutputStream();
    out.write(gif, 0, gif.length - 1);
    out.writeBytes(new byte[] {0x21, (byte) 0xFE, (byte) comment.length()});
    out.writeBytes(comment.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(new byte[] {0, 0x3B});
    return out.toByteArray();
  }

  private static byte[] written(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }
}
