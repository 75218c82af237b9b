package social.kring.protocol.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Something that happens to bytes, whatever they mean. */
public final class ByteChange {
  private static final byte[][] PIECES = {
    {(byte) 0xC0, (byte) 0x80},
    {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
    {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
    {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
    {(byte) 0xFF},
    {0},
    "\"".getBytes(StandardCharsets.US_ASCII),
    "\\".getBytes(StandardCharsets.US_ASCII),
    "\\u12".getBytes(StandardCharsets.US_ASCII),
    "[".repeat(70).getBytes(StandardCharsets.US_ASCII),
    "{\"a\":".repeat(70).getBytes(StandardCharsets.US_ASCII),
    ",".getBytes(StandardCharsets.US_ASCII),
    "}".getBytes(StandardCharsets.US_ASCII),
    "1".repeat(1_000).getBytes(StandardCharsets.US_ASCII),
    "1e999999999,".getBytes(StandardCharsets.US_ASCII),
    "\"id\":\"https://a.example/\",".getBytes(StandardCharsets.US_ASCII),
    "//x\n".getBytes(StandardCharsets.US_ASCII),
  };

  private enum Kind {
    CUT,
    FLIP,
    INSERT,
    REMOVE,
    REPEAT,
    UTF_16,
    LATIN_1,
    TRAIL
  }

  private final Kind kind;
  private final Random random;

  public ByteChange(Random random) {
    this.kind = Kind.values()[random.nextInt(Kind.values().length)];
    this.random = random;
  }

  public byte[] apply(byte[] bytes) {
    if (bytes.length == 0) return bytes;
    var at = random.nextInt(bytes.length);
    var end = Math.min(bytes.length, at + 1 + random.nextInt(200));
    return switch (kind) {
      case CUT -> Arrays.copyOf(bytes, at);
      case FLIP -> flipped(bytes, at);
      case INSERT -> joined(Arrays.copyOf(bytes, at), piece(), tail(bytes, at));
      case REMOVE -> joined(Arrays.copyOf(bytes, at), tail(bytes, end));
      case REPEAT -> joined(Arrays.copyOf(bytes, end), tail(bytes, at));
      case UTF_16 -> new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
      case LATIN_1 ->
          new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
      case TRAIL -> joined(bytes, piece());
    };
  }

  private byte[] flipped(byte[] bytes, int at) {
    var flipped = bytes.clone();
    flipped[at] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  private byte[] piece() {
    return PIECES[random.nextInt(PIECES.length)];
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static byte[] joined(byte[]... parts) {
    var length = 0;
    for (var part : parts) length += part.length;
    var all = new byte[length];
    var at = 0;
    for (var part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " bytes";
  }
}
