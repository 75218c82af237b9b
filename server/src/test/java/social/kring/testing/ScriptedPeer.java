package social.kring.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer that answers every request with the bytes of a script, well-formed or not. */
public final class ScriptedPeer implements AutoCloseable {
  private final ServerSocket listening;
  private final Script script;
  private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();

  /** What is written after a request has arrived. */
  @FunctionalInterface
  public interface Script {
    void answer(OutputStream out, String request) throws Exception;
  }

  public ScriptedPeer(Script script) throws IOException {
    this.script = script;
    this.listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    connections.submit(this::accept);
  }

  public static ScriptedPeer saying(String answer) throws IOException {
    return new ScriptedPeer((out, request) -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** Requests as they arrived, with line feeds alone. */
  public List<String> heard() {
    return heard;
  }

  public int accepted() {
    return accepted.get();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        var socket = listening.accept();
        accepted.incrementAndGet();
        connections.submit(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      var request = request(in);
      heard.add(request);
      script.answer(socket.getOutputStream(), request);
    } catch (Exception hungUp) {
      heard.add("hung up");
    }
  }

  private static String request(BufferedReader in) {
    var said = new StringBuilder();
    var length = 0;
    try {
      for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        said.append(line).append('\n');
        var lower = line.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:"))
          length = Integer.parseInt(lower.substring(15).strip());
      }
      for (var i = 0; i < length; i++) said.append((char) in.read());
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
    return said.toString();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    connections.shutdownNow();
  }
}
