package social.kring.community.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How large the frames of a WebP file say that they are. Its head may say something else, and a
 * decoder that believes the head asks for the memory that the frame wants. RFC 9649 §2.5, §2.6; RFC
 * 6386 §9.1.
 */
final class WebpFrames {
  private static final byte[] LOSSY = "VP8 ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LOSSLESS = "VP8L".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] START = {(byte) 0x9d, 0x01, 0x2a};
  private static final int LONGEST_HEAD = 18;
  private static final int SIZE = 0x3fff;

  private final byte[] file;
  private final ByteBuffer numbers;

  WebpFrames(byte[] file) {
    this.file = file;
    this.numbers = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Of the largest, wherever in the file it lies: decoders do not agree on what they skip. */
  long mostPixels() {
    var most = 0L;
    for (var at = 0; at + LONGEST_HEAD <= file.length; at++) {
      if (isAt(at, LOSSY)) most = Math.max(most, lossy(at));
      else if (isAt(at, LOSSLESS)) most = Math.max(most, lossless(at));
    }
    return most;
  }

  /** A frame that does not start as it must is one of any size. */
  private long lossy(int at) {
    if (!isAt(at + 11, START)) return Long.MAX_VALUE;
    return (long) (numbers.getShort(at + 14) & SIZE) * (numbers.getShort(at + 16) & SIZE);
  }

  private long lossless(int at) {
    var sizes = numbers.getInt(at + 9);
    return (long) ((sizes & SIZE) + 1) * ((sizes >>> 14 & SIZE) + 1);
  }

  private boolean isAt(int at, byte[] expected) {
    return Arrays.equals(file, at, at + expected.length, expected, 0, expected.length);
  }
}
