package social.kring.hostile;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import social.kring.platform.http.PrivatePeers;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * Hosts of whoever means ill, all of them one server. Says whatever a test wants, remembers who
 * asked for what, and takes all that is delivered.
 */
final class Underworld implements AutoCloseable {
  private static final String ACTIVITY_JSON = "application/activity+json";

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server =
      vertx.createHttpServer().requestHandler(this::hear).listen(0, "127.0.0.1").await();
  private final Map<String, Said> answers = new ConcurrentHashMap<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Tree> delivered = new CopyOnWriteArrayList<>();

  private record Said(int status, Map<String, String> headers, byte[] body) {}

  int port() {
    return server.actualPort();
  }

  FediUrl at(String host, String path) {
    return FediUrl.parse("http://%s.localhost:%d%s".formatted(host, port(), path));
  }

  /** How an operator names these hosts, who would let a node reach them and nothing else. */
  static PrivatePeers.Place place(FediUrl url) {
    return new PrivatePeers.Place(url.host(), url.port());
  }

  void serves(Tree document) {
    serves(document.id("id").orElseThrow(), document);
  }

  void serves(FediUrl at, Tree document) {
    says(at, 200, Map.of("Content-Type", ACTIVITY_JSON), document.toBytes());
  }

  void says(FediUrl at, int status, Map<String, String> headers, byte[] body) {
    answers.put(key(at), new Said(status, headers, body));
  }

  /** Sends whoever asks on to somewhere else, whatever that is. */
  void redirects(FediUrl at, String location) {
    says(at, 302, Map.of("Location", location), new byte[0]);
  }

  /** Says of a handle that it is somebody's. */
  void answersFor(String subject, FediUrl at, String self) {
    var link = Map.of("rel", "self", "type", ACTIVITY_JSON, "href", self);
    says(
        at,
        200,
        Map.of("Content-Type", "application/jrd+json"),
        Tree.of(Map.of("subject", subject, "links", List.of(link))).toBytes());
  }

  private static String key(FediUrl url) {
    return url.origin().authority() + url.pathAndQuery();
  }

  private void hear(HttpServerRequest request) {
    var address = request.getHeader("Host") + request.uri();
    heard.add(address);
    request.body().onSuccess(body -> answer(request, address, body));
  }

  private void answer(HttpServerRequest request, String address, Buffer body) {
    var response = request.response();
    if (request.method().name().equals("POST")) {
      delivered.add(StrictJson.parse(body.getBytes()));
      response.setStatusCode(202).end();
      return;
    }
    var said = answers.getOrDefault(address, new Said(404, Map.of(), new byte[0]));
    said.headers().forEach(response::putHeader);
    response.setStatusCode(said.status()).end(Buffer.buffer(said.body()));
  }

  /** Host and path of every request so far. */
  Stream<String> heard() {
    return heard.stream();
  }

  /** Every activity that was brought here so far. */
  Stream<Tree> delivered() {
    return delivered.stream();
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
