package social.kring.door.mastodon.streaming;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import social.kring.platform.http.StrictHttp;

/** A WebSocket. RFC 6455. */
final class SocketLine implements Line {
  private static final int MOST_WAITING = 256 << 10;

  private final ServerWebSocket socket;
  private final HttpConnection connection;

  /**
   * @param connection that the socket was made of
   */
  SocketLine(ServerWebSocket socket, HttpConnection connection) {
    this.socket = socket;
    this.connection = connection;
    socket.setWriteQueueMaxSize(MOST_WAITING);
  }

  @Override
  public boolean isFull() {
    return !socket.isClosed() && socket.writeQueueFull();
  }

  @Override
  public void send(Message message) {
    if (!socket.isClosed()) socket.writeTextMessage(message.asFrame());
  }

  /** What is wrong with a command; the connection goes on. */
  void send(String text) {
    if (!socket.isClosed() && !socket.writeQueueFull()) socket.writeTextMessage(text);
  }

  @Override
  public void beat() {
    if (!socket.isClosed()) socket.writePing(Buffer.buffer());
  }

  @Override
  public boolean answersBeats() {
    return true;
  }

  @Override
  public void close(Ending why) {
    if (!socket.isClosed()) socket.close(why.code(), why.words());
  }

  @Override
  public void hangUp() {
    StrictHttp.hangUp(connection);
  }
}
