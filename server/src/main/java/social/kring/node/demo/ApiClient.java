package social.kring.node.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/**
 * The little of the client API that the story needs. Names under localhost are this machine,
 * however it resolves names (RFC 6761 §6.3).
 */
final class ApiClient {
  private static final String LOOPBACK = "127.0.0.1";
  private static final long MILLISECONDS = 20_000;

  private final HttpClient http;

  ApiClient(Vertx vertx) {
    this.http = vertx.createHttpClient();
  }

  /** An answer, whatever its status. */
  record Answer(int status, String body) {
    Tree document() {
      return StrictJson.parse(body);
    }

    List<Tree> list() {
      return StrictJson.parse("{\"list\":" + body + "}").objects("list");
    }
  }

  Answer get(Place place, String token, String path) {
    return send(HttpMethod.GET, place, token, path, Buffer.buffer());
  }

  Answer send(HttpMethod method, Place place, String token, String path, Tree body) {
    return send(method, place, token, path, Buffer.buffer(body.toBytes()));
  }

  private Answer send(HttpMethod method, Place place, String token, String path, Buffer body) {
    var options =
        new RequestOptions()
            .setMethod(method)
            .setServer(SocketAddress.inetSocketAddress(place.port(), LOOPBACK))
            .setHost(place.host())
            .setPort(place.port())
            .setURI(path)
            .setTimeout(MILLISECONDS)
            .putHeader("Accept", "application/json");
    if (!token.isEmpty()) options.putHeader("Authorization", "Bearer " + token);
    if (body.length() > 0) options.putHeader("Content-Type", "application/json");
    return answerTo(options, body);
  }

  /** Asked for before the request goes out, or a quick answer could be over before it is read. */
  private static Future<Answer> exchange(HttpClientRequest request, Buffer body) {
    var answer =
        request
            .response()
            .compose(
                response ->
                    response
                        .body()
                        .map(text -> new Answer(response.statusCode(), text.toString())));
    request.end(body);
    return answer;
  }

  private Answer answerTo(RequestOptions options, Buffer body) {
    try {
      return http.request(options).compose(request -> exchange(request, body)).await();
    } catch (Exception unreachable) {
      throw new Unmet(
          "expected an answer of %s:%d to %s: %s"
              .formatted(
                  options.getHost(),
                  options.getPort(),
                  options.getURI(),
                  unreachable.getMessage()));
    }
  }
}
