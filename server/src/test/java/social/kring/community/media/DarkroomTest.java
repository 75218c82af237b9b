package social.kring.community.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import social.kring.protocol.Problem;
import social.kring.protocol.fuzz.ByteChange;

class DarkroomTest {
  /** All that is touched, of which some is free again soon; a whole picture would be more alone. */
  private static final long COST = 112L << 20;

  /** The start of a JPEG with its JFIF segment. */
  private static final int HEAD = 20;

  private static final String WEBP =
      "UklGRjQBAABXRUJQVlA4ICgBAADQBgCdASoYABgAP3Gixli0rCejsAgCkC4JbACdL4E4HWawnj+q5IB0rnlA"
          + "AR5bfW6IzyfIj5w7t3GMKdeK6AAA/tx4VpUoXtB/4mejTuWs7PqY84sUB+ccCXCYYGHvh7fKvy70yW0Q+/b+"
          + "RgbUf6/PShAt5lRju8RmNHpMhvnvICNO+IcioPifJboqYqhLGTTQ4UB1pcj3M0/zCI23UL7teYQL/TGj5qBT"
          + "O0fcj+4maLYMPLLLzd8/dThsSU/WK/D7ZCOxDj8ca14aQI4v+yBN6db7sh5Lov6Fh4USR1gKwFeRzrar/ls1"
          + "Qu0ghsl6zvKX0OatiboyCG/AiHFA/TCfkCMKByt/+RQAN+61IVJnTLOtsdJa3z/HZl+cT6Zv8mM/9OE07knA"
          + "AA==";

  private static final List<byte[]> PICTURES =
      List.of(written("png"), written("jpg"), written("gif"), Base64.getDecoder().decode(WEBP));

  private final Darkroom darkroom = new Darkroom("avatar");

  @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  @Tag("fuzz")
  void whatever_became_of_a_picture_is_drawn_or_refused(
      @ForAll @IntRange(max = 3) int which, @ForAll long seed) {
    var random = new Random(seed);
    var bytes = PICTURES.get(which);
    for (var changes = 1 + random.nextInt(3); changes > 0; changes--) {
      bytes = new ByteChange(random).apply(bytes);
    }
    try {
      assertThat(darkroom.draw(bytes, PictureShape.AVATAR).bytes()).isNotEmpty();
    } catch (Problem refused) {
      assertThat(refused.kind()).isEqualTo(Problem.Kind.INVALID);
      assertThat(refused).hasMessageStartingWith("avatar ");
    }
  }

  /** A file of some kilobytes that would take more than a hundred megabytes as a whole. */
  @Example
  void a_large_picture_is_never_whole_in_memory() throws IOException {
    var large = new BufferedImage(5_750, 5_750, BufferedImage.TYPE_BYTE_BINARY);
    var bytes = written(large, "png");
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var before = threads.getCurrentThreadAllocatedBytes();

    var drawing = darkroom.draw(bytes, PictureShape.AVATAR);

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(COST);
    assertThat(drawing.width()).isEqualTo(400);
  }

  /** The head of the file is read, and then the frame is drawn. */
  @Example
  void a_frame_that_is_larger_than_the_head_of_its_file_says_is_refused() {
    var bomb = PICTURES.getLast().clone();
    for (var at = 26; at < 30; at++) bomb[at] = (byte) 0x3f;

    assertThatThrownBy(() -> darkroom.draw(bomb, PictureShape.AVATAR))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("pixels");
    assertThat(new WebpFrames(bomb).mostPixels()).isEqualTo(0x3f3fL * 0x3f3f);
    assertThat(new WebpFrames(PICTURES.getLast()).mostPixels()).isEqualTo(24 * 24);
  }

  @Example
  void a_picture_of_a_camera_that_was_turned_comes_out_upright() throws IOException {
    var turned = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
    var pen = turned.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, 100, 100);
    pen.dispose();

    var drawing = darkroom.draw(held(written(turned, "jpg")), PictureShape.AVATAR);

    var upright = ImageIO.read(new ByteArrayInputStream(drawing.bytes()));
    var middle = upright.getWidth() / 2;
    assertThat(new Color(upright.getRGB(middle, 4)).getRed()).isGreaterThan(200);
    assertThat(new Color(upright.getRGB(middle, upright.getHeight() - 4)).getRed()).isLessThan(50);
  }

  /** With what cameras write that are held with their right side up: TIFF 6.0 §8, orientation 6. */
  private static byte[] held(byte[] jpeg) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, HEAD);
    out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, 34});
    out.write(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8});
    out.write(new byte[] {0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0});
    out.write(jpeg, HEAD, jpeg.length - HEAD);
    return out.toByteArray();
  }

  private static byte[] written(String format) {
    return written(new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB), format);
  }

  private static byte[] written(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
