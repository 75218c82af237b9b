package social.kring.node.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;

/**
 * Shows programs the way to names under localhost on machines that do not know them, though such a
 * name is always this machine (RFC 6761 §6.3): a proxy on loopback, to loopback.
 */
final class Signpost implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final HttpServer server;
  private final HttpClient http;

  private Signpost(HttpServer server, HttpClient http) {
    this.server = server;
    this.http = http;
  }

  static Signpost on(Vertx vertx) {
    var http = vertx.createHttpClient();
    var server =
        vertx
            .createHttpServer()
            .requestHandler(request -> lead(request, http))
            .listen(0, LOOPBACK)
            .await();
    return new Signpost(server, http);
  }

  String address() {
    return "http://" + LOOPBACK + ":" + server.actualPort();
  }

  private static void lead(HttpServerRequest asked, HttpClient http) {
    var target = URI.create(asked.absoluteURI());
    var options =
        new RequestOptions()
            .setMethod(asked.method())
            .setServer(SocketAddress.inetSocketAddress(target.getPort(), LOOPBACK))
            .setHost(target.getHost())
            .setPort(target.getPort())
            .setURI(
                target.getRawQuery() == null
                    ? target.getRawPath()
                    : target.getRawPath() + "?" + target.getRawQuery())
            .setHeaders(asked.headers());
    asked
        .body()
        .compose(body -> http.request(options).compose(request -> exchange(request, body)))
        .onSuccess(answer -> pass(answer, asked))
        .onFailure(unreachable -> asked.response().setStatusCode(502).end());
  }

  private record Answer(HttpClientResponse head, Buffer body) {}

  private static Future<Answer> exchange(HttpClientRequest request, Buffer body) {
    var answer =
        request.response().compose(head -> head.body().map(content -> new Answer(head, content)));
    request.end(body);
    return answer;
  }

  private static void pass(Answer answer, HttpServerRequest asked) {
    var response = asked.response().setStatusCode(answer.head().statusCode());
    answer
        .head()
        .headers()
        .forEach(
            (name, value) -> {
              if (!name.equalsIgnoreCase("transfer-encoding")) response.headers().add(name, value);
            });
    response.end(answer.body());
  }

  @Override
  public void close() {
    server.close().await();
    http.close().await();
  }
}
