package social.kring.node.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds the ends of answers in what a connection brings, looking at their heads only. Reads only
 * answers that say how long they are.
 */
final class Answers {
  private static final String LENGTH = "\r\ncontent-length:";
  private static final String END = "\r\n\r\n";
  private static final int STATUS_AT = 9;
  private static final int LONGEST_HEAD = 8_192;

  private String head = "";
  private int status;
  private long missing;

  /**
   * @return the status of the answer that is whole now; 0: there is more to come
   * @throws IllegalStateException for an answer that does not say how long it is
   */
  int take(ByteBuffer bytes) {
    if (status == 0 && !hasHead(bytes)) return 0;
    missing -= bytes.remaining();
    if (missing > 0) return 0;
    var whole = status;
    status = 0;
    head = "";
    return whole;
  }

  /** Takes no more of the buffer than belongs to the head, once that is whole. */
  private boolean hasHead(ByteBuffer bytes) {
    var before = head.length();
    var part = new byte[Math.min(bytes.remaining(), LONGEST_HEAD)];
    bytes.get(bytes.position(), part);
    head += new String(part, StandardCharsets.ISO_8859_1);
    var end = head.indexOf(END);
    if (end < 0) {
      if (head.length() > LONGEST_HEAD) throw new IllegalStateException("a head has no end");
      return false;
    }
    status = Integer.parseInt(head, STATUS_AT, STATUS_AT + 3, 10);
    missing = length(head.substring(0, end));
    bytes.position(bytes.position() + end + END.length() - before);
    return true;
  }

  private static long length(String head) {
    var at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (at < 0) throw new IllegalStateException("an answer does not say how long it is");
    var from = at + LENGTH.length();
    var end = head.indexOf('\r', from);
    return Long.parseLong(head.substring(from, end < 0 ? head.length() : end).strip());
  }
}
