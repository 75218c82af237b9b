package social.kring.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** A connection on which a test says exactly the bytes that it means. */
public final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;

  public RawConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
  }

  /** One request and its answer, on a connection of their own. */
  public static Answer ask(
      int port, String method, String target, Map<String, String> headers, byte[] body) {
    var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (body.length > 0) head.append("Content-Length: " + body.length + "\r\n");
    try (var connection = new RawConnection(port)) {
      var out = connection.socket.getOutputStream();
      out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
      out.write(body);
      out.flush();
      return Answer.parse(connection.rest());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public RawConnection says(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** The status line and headers of the next answer; its body, of a known length, is read away. */
  public String nextAnswer() throws IOException {
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

  /** All that is still said until the other side ends the connection. */
  public String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Whether the other side ends the connection without another byte. */
  public boolean isClosedByPeer() {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException reset) {
      return !(reset instanceof java.net.SocketTimeoutException);
    }
  }

  private static int lengthOf(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .map(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
