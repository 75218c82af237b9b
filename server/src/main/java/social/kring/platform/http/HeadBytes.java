package social.kring.platform.http;

import io.netty.buffer.ByteBuf;

/**
 * The bytes of one request's head, looked at before the decoder takes them line by line. Folded
 * lines (RFC 9112 §5.2), fields without a name (§5) and control characters (RFC 9110 §5.5) make a
 * head invalid.
 */
final class HeadBytes {
  private static final byte CR = '\r';
  private static final byte LF = '\n';
  private static final byte TLS_HANDSHAKE = 22;

  private boolean requestLineRead;
  private boolean valid = true;

  /**
   * Looks at what has arrived and was not yet taken. That starts at the beginning of a line, since
   * the decoder takes whole lines only.
   */
  void inspect(ByteBuf bytes) {
    var at = requestLineRead ? bytes.readerIndex() : afterBlanks(bytes);
    while (valid && at < bytes.writerIndex()) {
      var end = endOfLine(bytes, at);
      if (end < 0 || isBlank(bytes, at, end)) return;
      valid = isValid(bytes, at, end);
      at = end + 1;
    }
  }

  /** Whether somebody begins TLS here (RFC 8446 §5.1): its hello has no end of a line. */
  boolean isHandshake(ByteBuf bytes) {
    return !requestLineRead
        && bytes.isReadable()
        && bytes.getByte(bytes.readerIndex()) == TLS_HANDSHAKE;
  }

  void requestLineRead() {
    requestLineRead = true;
  }

  /**
   * @throws IllegalArgumentException where anything in the head was invalid
   */
  void check() {
    if (!valid) throw new IllegalArgumentException("The head is not made of lines and fields");
  }

  void reset() {
    requestLineRead = false;
    valid = true;
  }

  /** The decoder skips all controls before a request line; RFC 9112 §2.2 knows empty lines only. */
  private int afterBlanks(ByteBuf bytes) {
    var at = bytes.readerIndex();
    for (; at < bytes.writerIndex() && isBlank(bytes.getByte(at)); at++) {
      if (bytes.getByte(at) != CR && bytes.getByte(at) != LF) valid = false;
    }
    return at;
  }

  private static int endOfLine(ByteBuf bytes, int from) {
    return bytes.indexOf(from, bytes.writerIndex(), LF);
  }

  private static boolean isBlank(ByteBuf bytes, int from, int end) {
    return end == from || end == from + 1 && bytes.getByte(from) == CR;
  }

  private static boolean isBlank(byte octet) {
    return octet >= 0 && octet <= ' ' || octet == 0x7f;
  }

  /** A line without its LF, which a CR must precede; the decoder refuses a bare LF itself. */
  private static boolean isValid(ByteBuf bytes, int from, int end) {
    var first = bytes.getByte(from);
    if (first == ' ' || first == '\t' || first == ':') return false;
    var last = bytes.getByte(end - 1) == CR ? end - 1 : end;
    for (var i = from; i < last; i++) {
      var octet = bytes.getByte(i);
      if (octet >= 0 && octet < ' ' && octet != '\t' || octet == 0x7f) return false;
    }
    return true;
  }
}
