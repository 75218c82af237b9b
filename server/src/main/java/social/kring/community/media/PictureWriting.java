package social.kring.community.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Writes pixels, and nothing else, without another copy of them. */
final class PictureWriting {
  private static final float QUALITY = 0.88f;

  private PictureWriting() {}

  static byte[] written(BufferedImage image, PictureFormat format) {
    var writer = ImageIO.getImageWritersByFormatName(format.extension()).next();
    var bytes = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      var pixels = new IIOImage(plain(image, format), null, null);
      writer.write(null, pixels, parameters(writer, format));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** In colours and depths that all who look at it understand. */
  private static BufferedImage plain(BufferedImage image, PictureFormat format) {
    if (isPlain(image.getType(), format)) return image;
    var alpha = image.getColorModel().hasAlpha() && format == PictureFormat.PNG;
    var plain =
        new BufferedImage(
            image.getWidth(),
            image.getHeight(),
            alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    var paint = plain.createGraphics();
    paint.drawImage(image, 0, 0, null);
    paint.dispose();
    return plain;
  }

  private static boolean isPlain(int type, PictureFormat format) {
    return switch (type) {
      case BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB -> true;
      case BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_INT_ARGB ->
          format == PictureFormat.PNG;
      default -> false;
    };
  }

  private static ImageWriteParam parameters(ImageWriter writer, PictureFormat format) {
    var parameters = writer.getDefaultWriteParam();
    if (format == PictureFormat.JPEG) {
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
    }
    return parameters;
  }
}
