package social.kring.door.mastodon.streaming;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import java.util.function.Consumer;
import social.kring.platform.http.StrictHttp;

/** A WebSocket. RFC 6455. What is sent before it is open is sent when it is. */
final class SocketLine implements Line {
  static final int MOST_WAITING = 256 << 10;

  private final Future<ServerWebSocket> socket;
  private final HttpConnection connection;

  /**
   * @param socket not bound to a context, so that what is sent is sent in its order
   * @param connection that the socket is made of
   */
  SocketLine(Future<ServerWebSocket> socket, HttpConnection connection) {
    this.socket = socket;
    this.connection = connection;
  }

  @Override
  public boolean isFull() {
    return socket.succeeded() && !socket.result().isClosed() && socket.result().writeQueueFull();
  }

  @Override
  public void send(Message message) {
    send(message.asFrame());
  }

  /** Also what is wrong with a command; the connection goes on. */
  void send(String text) {
    whenOpen(open -> open.writeTextMessage(text));
  }

  @Override
  public void beat() {
    whenOpen(open -> open.writePing(Buffer.buffer()));
  }

  @Override
  public boolean answersBeats() {
    return true;
  }

  @Override
  public void close(Ending why) {
    whenOpen(open -> open.close(why.code(), why.words()));
  }

  private void whenOpen(Consumer<ServerWebSocket> action) {
    socket.onSuccess(
        open -> {
          if (!open.isClosed()) action.accept(open);
        });
  }

  @Override
  public void hangUp() {
    StrictHttp.hangUp(connection);
  }
}
