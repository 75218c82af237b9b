package social.kring.community.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import social.kring.protocol.Problem;

/**
 * A GIF, block by block, without what is neither picture nor timing: comments, texts, what programs
 * added, what lies behind its end. Counts its frames before anybody decodes them. GIF89a.
 */
final class GifFrames {
  private static final int MOST_FRAMES = 1_000;
  private static final long MOST_PIXELS_OF_ALL = 500_000_000;
  private static final int HEAD = 13;
  private static final int IMAGE = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int END = 0x3B;
  private static final int CONTROL = 0xF9;
  private static final int APPLICATION = 0xFF;
  private static final byte[] LOOP = "NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII);

  private final byte[] file;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private int at;
  private int frames;

  private GifFrames(byte[] file) {
    this.file = file;
  }

  /**
   * @throws Problem INVALID where it is broken, or would take too much to show
   */
  static GifFrames read(byte[] file) {
    var gif = new GifFrames(file);
    try {
      gif.read();
    } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException brokenOff) {
      throw Problem.invalid("breaks off");
    }
    return gif;
  }

  boolean moves() {
    return frames > 1;
  }

  Print print() {
    return Print.of(new Drawing(PictureFormat.GIF, width(), height(), kept.toByteArray()));
  }

  private int width() {
    return number(6);
  }

  private int height() {
    return number(8);
  }

  private void read() {
    keep(HEAD + table(file[10]));
    while (true) {
      switch (octet(at)) {
        case IMAGE -> frame();
        case EXTENSION -> extension();
        case END -> {
          keep(1);
          return;
        }
        default -> throw Problem.invalid("is a broken GIF");
      }
    }
  }

  private void frame() {
    frames++;
    var pixels = (long) width() * height();
    if (frames > MOST_FRAMES) throw Problem.invalid("has more than " + MOST_FRAMES + " frames");
    if (pixels * frames > MOST_PIXELS_OF_ALL) {
      throw Problem.invalid("has more than " + MOST_PIXELS_OF_ALL + " pixels in all its frames");
    }
    keep(10 + table(file[at + 9]) + 1);
    keep(blocks(at));
  }

  /** How the next frame follows, and that it begins again, belong to the picture. */
  private void extension() {
    var label = octet(at + 1);
    var length = 2 + blocks(at + 2);
    if (label == CONTROL || label == APPLICATION && isLoop()) keep(length);
    else at += length;
  }

  private boolean isLoop() {
    return Arrays.equals(file, at + 3, at + 3 + LOOP.length, LOOP, 0, LOOP.length);
  }

  /** How long the blocks are that begin there, up to the empty one. */
  private int blocks(int from) {
    var to = from;
    while (octet(to) != 0) to += octet(to) + 1;
    return to + 1 - from;
  }

  private void keep(int length) {
    if (at + length > file.length) throw new ArrayIndexOutOfBoundsException(at + length);
    kept.write(file, at, length);
    at += length;
  }

  /** How many bytes the colours take that a packed field tells of. */
  private static int table(byte packed) {
    return (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);
  }

  private int octet(int index) {
    return file[index] & 0xFF;
  }

  private int number(int index) {
    return octet(index) | octet(index + 1) << 8;
  }
}
