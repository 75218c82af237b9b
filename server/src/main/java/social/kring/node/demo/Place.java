package social.kring.node.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Where a node is found. */
record Place(String host, int port) {

  /** The usual port, or another one where somebody has that. */
  static Place free(String host, int usual) {
    return new Place(host, isFree(usual) ? usual : anyFree());
  }

  String authority() {
    return host + ":" + port;
  }

  String address() {
    return "http://" + authority();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static int anyFree() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new Unmet("no port is free on this machine: " + none.getMessage());
    }
  }
}
