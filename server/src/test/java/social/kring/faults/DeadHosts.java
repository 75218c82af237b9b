package social.kring.faults;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Hosts that lived once, and then die in every way there is. */
final class DeadHosts implements AutoCloseable {
  private static final int BUSY_FOR = 3_600;

  /** How those die that still have somebody who answers for them. */
  static final Map<String, Manners> WAYS =
      Map.of(
          "fails", Manners.says(500),
          "gone", Manners.says(410),
          "busy", Manners.isBusy(BUSY_FOR),
          "drips", Manners.drips(),
          "hangsup", Manners.hangsUp());

  private final Abroad answering;
  private final Abroad refusing;
  private final Abroad swallowing;
  private final List<Socket> unheard = new ArrayList<>();
  private ServerSocket deaf;

  DeadHosts(Vertx vertx, Abroad answering) {
    this.answering = answering;
    this.refusing = new Abroad(vertx);
    this.swallowing = new Abroad(vertx);
  }

  /** People on so many hosts of each kind. */
  List<Foreigner> people(int ofAKind, int onAHost) {
    return Stream.concat(
            WAYS.keySet().stream().flatMap(way -> crowd(answering, way, ofAKind, onAHost).stream()),
            Stream.of(refusing, swallowing)
                .flatMap(place -> crowd(place, "silent", ofAKind, onAHost).stream()))
        .toList();
  }

  static List<Foreigner> crowd(Abroad place, String name, int hosts, int onAHost) {
    var all = new ArrayList<Foreigner>();
    for (var host = 0; host < hosts; host++) {
      for (var i = 0; i < onAHost; i++) all.add(place.oneOfMany(name + host, "p" + i));
    }
    return all;
  }

  List<Abroad> places() {
    return List.of(answering, refusing, swallowing);
  }

  void die(int ofAKind) {
    WAYS.forEach(
        (way, how) -> {
          for (var i = 0; i < ofAKind; i++) answering.behaves(way + i, how);
        });
    refusing.vanish();
    swallowing.vanish();
    swallowPackets();
  }

  /** A full queue of connections that nobody accepts: further ones get no answer at all. */
  private void swallowPackets() {
    try {
      var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), swallowing.port());
      deaf = new ServerSocket();
      deaf.setReuseAddress(true);
      deaf.bind(address, 1);
      while (true) {
        var socket = new Socket();
        unheard.add(socket);
        socket.connect(address, 300);
      }
    } catch (SocketTimeoutException swallowed) {
      // As meant.
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    try {
      for (var socket : unheard) socket.close();
      if (deaf != null) deaf.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
