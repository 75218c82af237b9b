package social.kring.platform.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import social.kring.protocol.Problem;

/** Collects an answer as it streams in, and hangs up on whoever sends too much. */
final class CappedAnswer {
  private static final byte[] NOTHING = {};

  private final HttpClientResponse response;
  private final String host;
  private final int largest;
  private final Surplus surplus;
  private final Buffer body = Buffer.buffer();
  private final Promise<PeerResponse> whole = Promise.promise();

  /** What is done with an answer whose body is too large, or encoded. */
  enum Surplus {
    /** The body is needed whole. */
    FAILS,
    /** The beginning of the body will do. */
    IS_LEFT,
    /** The status will do. */
    IS_IGNORED
  }

  private CappedAnswer(HttpClientResponse response, String host, int largest, Surplus surplus) {
    this.response = response;
    this.host = host;
    this.largest = largest;
    this.surplus = surplus;
  }

  /**
   * @param largest bytes of the body
   * @return fails with UPSTREAM where the body is encoded though nobody asked for that, or larger
   *     than may be; where the status will do, it is empty then
   */
  static Future<PeerResponse> read(
      HttpClientResponse response, String host, int largest, Surplus surplus) {
    return new CappedAnswer(response, host, largest, surplus).read();
  }

  private Future<PeerResponse> read() {
    response.handler(this::append);
    response.exceptionHandler(whole::tryFail);
    response.endHandler(ended -> whole.tryComplete(answer()));
    var encoding = response.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      hangUp(host + " answered in the encoding " + encoding + ", which was not asked for");
    }
    return whole.future();
  }

  private void append(Buffer chunk) {
    var room = largest - body.length();
    if (chunk.length() <= room) {
      body.appendBuffer(chunk);
    } else if (surplus == Surplus.IS_LEFT) {
      body.appendBuffer(chunk.slice(0, room));
      hangUpWith(answer());
    } else {
      hangUp(host + " answered with more than " + largest + " bytes");
    }
  }

  private void hangUp(String why) {
    if (surplus == Surplus.IS_IGNORED) {
      hangUpWith(new PeerResponse(response.statusCode(), headers(), NOTHING));
    } else if (whole.tryFail(Problem.upstream(why))) {
      response.request().reset();
    }
  }

  private void hangUpWith(PeerResponse answer) {
    if (whole.tryComplete(answer)) response.request().reset();
  }

  private PeerResponse answer() {
    return new PeerResponse(response.statusCode(), headers(), body.getBytes());
  }

  private Map<String, String> headers() {
    return headers(response);
  }

  static Map<String, String> headers(HttpClientResponse response) {
    var headers = new HashMap<String, String>();
    response.headers().forEach((name, value) -> headers.putIfAbsent(lower(name), value));
    return headers;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
