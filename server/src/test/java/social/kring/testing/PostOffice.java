package social.kring.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** An SMTP server on loopback that keeps what it is handed. RFC 5321. */
public final class PostOffice implements AutoCloseable {
  private static final int BACKLOG = 20;
  private static final int PATIENCE_SECONDS = 60;

  private final ServerSocket socket;
  private final LinkedBlockingQueue<Delivered> letters = new LinkedBlockingQueue<>();
  private final AtomicReference<String> answer = new AtomicReference<>("250 OK");
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> said = new ArrayList<>();

  /**
   * A letter as it arrived.
   *
   * @param text headers and body, soft line ends of quoted-printable undone
   */
  public record Delivered(String from, String to, String text) {}

  public PostOffice() {
    try {
      socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** What recipients are answered from now on: {@code 550 no such mailbox}. */
  public void answersRecipients(String line) {
    answer.set(line);
  }

  /** The next letter, waiting for it. */
  public Delivered next() {
    try {
      var letter = letters.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (letter == null) throw new AssertionError("no letter came");
      return letter;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  public boolean isEmpty() {
    return letters.isEmpty();
  }

  /** Until a command of this kind has come. */
  public void waitFor(String command) {
    try {
      var line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      while (line != null && !line.startsWith(command)) {
        line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      if (line == null) throw new AssertionError("no " + command + " came");
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Commands that were heard. */
  public List<String> heard() {
    synchronized (said) {
      return List.copyOf(said);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var caller = socket.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      var in =
          new BufferedReader(
              new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
      var out = new PrintWriter(caller.getOutputStream(), false, StandardCharsets.UTF_8);
      say(out, "220 post.example ESMTP");
      new Talk(in, out).go();
    } catch (IOException gone) {
      // Whoever called hung up.
    }
  }

  private static void say(PrintWriter out, String line) {
    out.print(line + "\r\n");
    out.flush();
  }

  private final class Talk {
    private final BufferedReader in;
    private final PrintWriter out;
    private String from = "";
    private String to = "";

    Talk(BufferedReader in, PrintWriter out) {
      this.in = in;
      this.out = out;
    }

    void go() throws IOException {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        synchronized (said) {
          said.add(line);
        }
        var command = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
        switch (command) {
          case "EHLO" -> {
            say(out, "250-post.example");
            say(out, "250-AUTH PLAIN");
            say(out, "250 8BITMIME");
          }
          case "AUTH" -> say(out, "235 welcome");
          case "MAIL" -> {
            from = address(line);
            say(out, "250 OK");
          }
          case "RCPT" -> {
            to = address(line);
            say(out, answer.get());
          }
          case "DATA" -> {
            say(out, "354 go on");
            letters.add(new Delivered(from, to, body()));
            say(out, "250 OK");
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 OK");
        }
        // Last, so that who waits for a line finds it answered.
        lines.add(line);
      }
    }

    private String body() throws IOException {
      var lines = new ArrayList<String>();
      for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
        lines.add(line.startsWith("..") ? line.substring(1) : line);
      }
      return lines.stream()
          .collect(Collectors.joining("\n"))
          .replace("=\n", "")
          .replace("=3D", "=");
    }

    private static String address(String line) {
      return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
