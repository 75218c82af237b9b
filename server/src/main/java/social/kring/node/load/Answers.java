package social.kring.node.load;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;

/**
 * Finds the ends of answers in what a connection brings, as cheaply as can be: a load run takes its
 * share of the machine that it measures. Reads only answers that say how long they are.
 */
final class Answers {
  private static final String LENGTH = "\r\ncontent-length:";
  private static final int STATUS_AT = 9;
  private static final int LONGEST_HEAD = 4_096;

  private Buffer head = Buffer.buffer();
  private int status;
  private long missing;

  /**
   * @return the status of the answer that is whole now; 0: there is more to come
   * @throws IllegalStateException for an answer that does not say how long it is
   */
  int take(Buffer bytes) {
    if (status != 0) return counted(bytes.length());
    head.appendBuffer(bytes);
    var text = head.getString(0, Math.min(head.length(), LONGEST_HEAD), "ISO-8859-1");
    var end = text.indexOf("\r\n\r\n");
    if (end < 0 && head.length() < LONGEST_HEAD) return 0;
    status = Integer.parseInt(text, STATUS_AT, STATUS_AT + 3, 10);
    missing = length(text.substring(0, Math.max(0, end))) + end + 4;
    return counted(head.length());
  }

  private int counted(int length) {
    missing -= length;
    if (missing > 0) return 0;
    var whole = status;
    status = 0;
    head = Buffer.buffer();
    return whole;
  }

  private static long length(String head) {
    var at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (at < 0) throw new IllegalStateException("an answer does not say how long it is");
    var from = at + LENGTH.length();
    var end = head.indexOf('\r', from);
    return Long.parseLong(head.substring(from, end < 0 ? head.length() : end).strip());
  }
}
