package social.kring.platform.http;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How this node's HTTP server hears requests. What proxies and servers could read in two ways is
 * answered 400 and the connection closed, before any handler sees it.
 */
public final class StrictHttp {
  /** Bytes of a request's body, other than an upload's. */
  public static final int LARGEST_BODY = 1 << 20;

  private static final int IDLE_SECONDS = 60;
  private static final int LARGEST_HEAD = 16 << 10;
  private static final int LONGEST_REQUEST_LINE = 8 << 10;
  private static final int MOST_FORM_FIELDS = 1_000;

  /** Some apps send their token as one, and browsers want to be answered the same. */
  private static final String ANY_SUBPROTOCOL = "*";

  /** Clients send short commands only; a deflater for each would take more than all else. */
  private static final int LARGEST_COMMAND = 64 << 10;

  private static final int SECONDS_TO_CLOSE = 2;

  private StrictHttp() {}

  /** Limits for heads, forms and silence; HTTP/1.1 only. */
  public static HttpServerOptions options() {
    return new HttpServerOptions()
        .setHttp2ClearTextEnabled(false)
        .setUseAlpn(false)
        .setDecompressionSupported(false)
        .setIdleTimeout(IDLE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
        .setMaxHeaderSize(LARGEST_HEAD)
        .setMaxFormFields(MOST_FORM_FIELDS)
        .setMaxFormAttributeSize(LARGEST_BODY)
        .setMaxFormBufferedBytes(LARGEST_BODY)
        .setHandle100ContinueAutomatically(true)
        .setWebSocketSubProtocols(List.of(ANY_SUBPROTOCOL))
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setMaxWebSocketMessageSize(LARGEST_COMMAND)
        .setWebSocketClosingTimeout(SECONDS_TO_CLOSE);
  }

  /** Ends a connection at once, whatever is still to be written to a client that does not read. */
  public static void hangUp(HttpConnection connection) {
    ((ConnectionBase) connection).channel().close();
  }

  /**
   * Puts the strict decoder in the place of each connection's own. To be called before the server
   * listens; it takes the server's connection handler.
   *
   * @param options those that the server was made with
   */
  public static void guard(
      HttpServer server, HttpServerOptions options, RequestDeadline.Limits limits) {
    server.connectionHandler(connection -> replaceDecoder(connection, options, limits));
  }

  /** As above, with the usual time to receive a request. */
  public static void guard(HttpServer server, HttpServerOptions options) {
    guard(server, options, RequestDeadline.Limits.USUAL);
  }

  /** Runs on the connection's event loop before its first byte is read. */
  private static void replaceDecoder(
      HttpConnection connection, HttpServerOptions options, RequestDeadline.Limits limits) {
    ((ConnectionBase) connection)
        .channel()
        .pipeline()
        .replace("httpDecoder", "httpDecoder", new StrictRequestDecoder(options, limits));
  }
}
