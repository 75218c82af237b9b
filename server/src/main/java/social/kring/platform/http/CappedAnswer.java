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
  private final boolean needed;
  private final Buffer body = Buffer.buffer();
  private final Promise<PeerResponse> whole = Promise.promise();

  private CappedAnswer(HttpClientResponse response, String host, int largest, boolean needed) {
    this.response = response;
    this.host = host;
    this.largest = largest;
    this.needed = needed;
  }

  /**
   * @param largest bytes of the body
   * @param needed whether the body matters, or the status alone
   * @return fails with UPSTREAM where the body is larger, or encoded though nobody asked for that;
   *     where it does not matter, it is empty then
   */
  static Future<PeerResponse> read(
      HttpClientResponse response, String host, int largest, boolean needed) {
    return new CappedAnswer(response, host, largest, needed).read();
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
    if (body.length() + chunk.length() <= largest) body.appendBuffer(chunk);
    else hangUp(host + " answered with more than " + largest + " bytes");
  }

  private void hangUp(String why) {
    var first =
        needed
            ? whole.tryFail(Problem.upstream(why))
            : whole.tryComplete(new PeerResponse(response.statusCode(), headers(), NOTHING));
    if (first) response.request().reset();
  }

  private PeerResponse answer() {
    return new PeerResponse(response.statusCode(), headers(), body.getBytes());
  }

  private Map<String, String> headers() {
    var headers = new HashMap<String, String>();
    response.headers().forEach((name, value) -> headers.putIfAbsent(lower(name), value));
    return headers;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
