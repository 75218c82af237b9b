package social.kring.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be cut, and joined again to another port. */
public final class Wire implements AutoCloseable {
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int target;

  /** Leads nowhere until it is joined. */
  public Wire() {
    try {
      listening = new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.startVirtualThread(this::accept);
  }

  public int port() {
    return listening.getLocalPort();
  }

  public void join(int port) {
    target = port;
  }

  /** Ends all connections; new ones end at once. */
  public void cut() {
    target = 0;
    open.forEach(Wire::close);
    open.clear();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        var near = listening.accept();
        Thread.startVirtualThread(() -> lead(near));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void lead(Socket near) {
    var port = target;
    if (port == 0) {
      close(near);
      return;
    }
    try {
      var far = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      open.add(near);
      open.add(far);
      Thread.startVirtualThread(() -> copy(far, near));
      copy(near, far);
    } catch (IOException unreachable) {
      close(near);
    }
  }

  private void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // So it is for both.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closed) {
      // As meant.
    }
  }

  @Override
  public void close() {
    cut();
    try {
      listening.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
