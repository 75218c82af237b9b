package social.kring.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Something on this machine that no stranger may make a node talk to. It only notes who comes. */
final class Canary implements AutoCloseable {
  private final List<ServerSocket> listening = new ArrayList<>();
  private final List<Visit> visits = new CopyOnWriteArrayList<>();
  private final Set<Integer> own = ConcurrentHashMap.newKeySet();

  private record Visit(String address, int from) {}

  /** On both loopback addresses, where there are both. */
  Canary() throws IOException {
    listen(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
    try {
      listen(new ServerSocket(port(), 50, InetAddress.ofLiteral("::1")));
    } catch (IOException noneOfThese) {
      // A machine without IPv6 has no way in by it.
    }
  }

  private Canary(ServerSocket everywhere) {
    listen(everywhere);
  }

  /** On every address of this machine, of which there are many. */
  static Canary everywhere() throws IOException {
    return new Canary(new ServerSocket(0, 50, InetAddress.ofLiteral("0.0.0.0")));
  }

  private void listen(ServerSocket socket) {
    listening.add(socket);
    Thread.startVirtualThread(() -> note(socket));
  }

  private void note(ServerSocket socket) {
    while (!socket.isClosed()) {
      try (var visitor = socket.accept()) {
        visits.add(new Visit(visitor.getLocalAddress().getHostAddress(), visitor.getPort()));
      } catch (IOException closed) {
        return;
      }
    }
  }

  int port() {
    return listening.getFirst().getLocalPort();
  }

  /** The address that each visitor came to, those included who wait at the door. */
  List<String> visited() {
    listening.forEach(this::comeLast);
    return visits.stream()
        .filter(visit -> !own.contains(visit.from()))
        .map(Visit::address)
        .toList();
  }

  /** Whoever came before has been noted once this visit is over. */
  private void comeLast(ServerSocket door) {
    try (var visit = new Socket(door.getInetAddress(), door.getLocalPort())) {
      own.add(visit.getLocalPort());
      visit.getInputStream().read();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    for (var socket : listening) {
      try {
        socket.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
