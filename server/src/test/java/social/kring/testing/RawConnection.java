package social.kring.platform.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection on which a test says exactly the bytes that it means. */
final class RawConnection implements AutoCloseable {
  private final Socket socket;

  RawConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    socket.setTcpNoDelay(true);
  }

  RawConnection says(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** The status line and headers of the next answer; its body, of a known length, is read away. */
  String nextAnswer() throws IOException {
    var in = socket.getInputStream();
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      var octet = in.read();
      if (octet < 0) return head.toString();
      head.append((char) octet);
    }
    var body = in.readNBytes(lengthOf(head.toString()));
    return head.append(new String(body, StandardCharsets.ISO_8859_1)).toString();
  }

  /** Whether the other side ends the connection without another byte. */
  boolean isClosedByPeer() {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException reset) {
      return !(reset instanceof java.net.SocketTimeoutException);
    }
  }

  private static int lengthOf(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase().startsWith("content-length:"))
        .map(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
