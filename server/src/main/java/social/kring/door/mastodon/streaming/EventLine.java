package social.kring.door.mastodon.streaming;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import social.kring.platform.http.StrictHttp;

/** Server-sent events. WHATWG HTML §9.2. */
final class EventLine implements Line {
  private static final int MOST_WAITING = 256 << 10;

  private final HttpServerResponse response;
  private final HttpConnection connection;

  EventLine(HttpServerResponse response, HttpConnection connection) {
    this.response = response;
    this.connection = connection;
    response.setWriteQueueMaxSize(MOST_WAITING);
  }

  /** Says what will come. Proxies that would collect it first are asked not to. */
  void begin() {
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no")
        .write(":)\n");
  }

  @Override
  public boolean isFull() {
    return isOpen() && response.writeQueueFull();
  }

  private boolean isOpen() {
    return !response.ended() && !response.closed();
  }

  @Override
  public void send(Message message) {
    if (isOpen()) response.write(message.asEvent());
  }

  @Override
  public void beat() {
    if (isOpen()) response.write(":thump\n");
  }

  @Override
  public boolean answersBeats() {
    return false;
  }

  @Override
  public void close(Ending why) {
    if (isOpen()) response.end();
  }

  @Override
  public void hangUp() {
    StrictHttp.hangUp(connection);
  }
}
