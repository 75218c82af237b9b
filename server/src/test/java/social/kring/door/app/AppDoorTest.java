package social.kring.door.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.door.Answers;
import social.kring.door.Failures;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppDoorTest {
  private static final Pattern SCRIPT = Pattern.compile("/app/(assets/[^\"]+\\.js)\"");

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private int port;

  @BeforeAll
  void open() {
    var bound = new AtomicInteger();
    var verticle =
        new VerticleBase() {
          @Override
          public Future<?> start() {
            return vertx
                .createHttpServer()
                .requestHandler(router(vertx))
                .listen(0, "localhost")
                .onSuccess(server -> bound.set(server.actualPort()));
          }
        };
    vertx
        .deployVerticle(
            verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
    port = bound.get();
  }

  private static Router router(Vertx vertx) {
    var router = Router.router(vertx);
    new AppDoor(AppFiles.bundled()).mount(router);
    router.route().failureHandler(Failures.answeredBy(Answers::plainProblem));
    return router;
  }

  @AfterAll
  void close() {
    vertx.close().await();
    client.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/app", "/app/", "/app/notifications", "/app/@bob@globex.localhost:8082/17"})
  void every_view_lives_on_the_one_page(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(text(answer)).contains("<div id=\"app\">");
  }

  @Test
  void the_page_runs_nothing_inline_and_nothing_from_elsewhere() {
    var answer = get("/app/");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "*", "http");
    assertThat(text(answer)).doesNotContainPattern("<script(?![^>]* src=\"/app/)");
    assertThat(text(answer)).doesNotContain("style=").doesNotContain("<style");
  }

  @Test
  void the_page_is_asked_for_again_and_its_assets_never() {
    var script = get("/app/" + script());
    assertThat(get("/app/").headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(script.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(script.headers().firstValue("Content-Type"))
        .contains("text/javascript; charset=utf-8");
  }

  @Test
  void who_has_a_file_already_gets_no_body() {
    var tag = get("/app/").headers().firstValue("ETag").orElseThrow();
    var again = get("/app/", "If-None-Match", "\"other\", W/" + tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get("/app/", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void who_takes_compressed_files_gets_the_same_ones_compressed() throws IOException {
    var plain = get("/app/" + script());
    var compressed = get("/app/" + script(), "Accept-Encoding", "br, gzip;q=0.8");
    assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(compressed.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(compressed.headers().firstValue("ETag"))
        .isNotEqualTo(plain.headers().firstValue("ETag"));
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
    }
  }

  @Test
  void who_refuses_compressed_files_gets_plain_ones() {
    var answer = get("/app/", "Accept-Encoding", "gzip;q=0");
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app/assets/index-00000000.js", "/app/assets/..%2f..%2f..%2fetc/passwd"})
  void an_asset_of_another_version_is_not_there(String path) {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void nothing_outside_its_folder_is_served() {
    var answer = get("/app/..%2f..%2fdb/migration");
    assertThat(text(answer)).contains("<div id=\"app\">");
  }

  @Test
  void a_head_request_gets_the_length_and_no_body() {
    var answer = send(request("/app/").method("HEAD", BodyPublishers.noBody()));
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValueAsLong("Content-Length"))
        .hasValue(get("/app/").body().length);
  }

  private String script() {
    var page = SCRIPT.matcher(text(get("/app/")));
    assertThat(page.find()).isTrue();
    return page.group(1);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body());
  }

  private HttpResponse<byte[]> get(String path, String... headers) {
    var request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
