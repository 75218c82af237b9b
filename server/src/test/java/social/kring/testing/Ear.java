package social.kring.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An app that listens by WebSocket. */
public final class Ear implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 60;

  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger status = new AtomicInteger();
  private final HttpClient http = HttpClient.newHttpClient();
  private WebSocket socket;

  private final boolean deaf;

  private Ear(boolean deaf) {
    this.deaf = deaf;
  }

  /**
   * @param address of the node
   * @param token sent as subprotocol, as browsers do
   */
  public static Ear open(String address, String pathAndQuery, Optional<String> token) {
    return open(address, pathAndQuery, token, false);
  }

  /** An app that hangs: it reads nothing of what it is told. */
  public static Ear openDeaf(String address, String pathAndQuery, Optional<String> token) {
    return open(address, pathAndQuery, token, true);
  }

  private static Ear open(
      String address, String pathAndQuery, Optional<String> token, boolean deaf) {
    var ear = new Ear(deaf);
    var builder = ear.http.newWebSocketBuilder();
    token.ifPresent(text -> builder.subprotocols(text));
    ear.socket =
        builder.buildAsync(URI.create(address.replace("http", "ws") + pathAndQuery), ear).join();
    return ear;
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (!deaf) opened.request(1);
  }

  /** The status with which a WebSocket is refused; 101 where it is not. */
  public static int status(String address, String pathAndQuery, Optional<String> token) {
    try {
      open(address, pathAndQuery, token).close();
      return 101;
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
        return handshake.getResponse().statusCode();
      }
      throw refused;
    }
  }

  public String subprotocol() {
    return socket.getSubprotocol();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      heard.add(json(part.toString()));
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    status.set(code);
    closed.countDown();
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    closed.countDown();
  }

  public void says(String json) {
    socket.sendText(json, true).join();
  }

  /** What is told next. */
  public JsonNode next() {
    try {
      var next = heard.poll(SECONDS, TimeUnit.SECONDS);
      if (next == null) throw new AssertionError("nothing is told");
      return next;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** Event and stream of what is told next. */
  public String nextEvent() {
    return event(next());
  }

  public static String event(JsonNode told) {
    return told.at("/event").asText() + " on " + told.at("/stream");
  }

  /** What a message carries. */
  public static JsonNode payload(JsonNode told) {
    return json(told.at("/payload").asText());
  }

  /** All that was told and is here already. */
  public List<JsonNode> already() {
    return List.copyOf(heard);
  }

  /** The code with which the other side has ended it. */
  public int closedWith() {
    try {
      if (!closed.await(SECONDS, TimeUnit.SECONDS)) throw new AssertionError("it is not closed");
      return status.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(text, notJson);
    }
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }
}
