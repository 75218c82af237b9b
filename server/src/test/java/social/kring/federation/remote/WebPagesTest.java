package social.kring.federation.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.federation.peers.PeerPolicy;
import social.kring.platform.http.PeerClient;
import social.kring.platform.http.PeerLimits;
import social.kring.platform.http.PrivatePeers;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.ScriptedPeer;

@Timeout(30)
class WebPagesTest {
  private static final int LARGEST = 1_000;

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private Vertx vertx;
  private ScriptedPeer site;

  @BeforeEach
  void start() throws IOException {
    vertx = Vertx.vertx();
    site =
        new ScriptedPeer(
            (out, request) ->
                out.write(answers.get(request.split(" ", 3)[1]).getBytes(StandardCharsets.UTF_8)));
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
    vertx.close().await();
  }

  private WebPages pages(PrivatePeers peers) {
    var client =
        new PeerClient(
            vertx,
            host -> Future.failedFuture(new UnknownHostException(host)),
            peers,
            new PeerLimits(Duration.ofSeconds(5), LARGEST, 2, 10, PeerLimits.Excess.CUT),
            "Kring/1.0 (+https://kring.example/)");
    return new WebPages(
        client, host -> host.startsWith("evil.") ? PeerPolicy.SUSPENDED : PeerPolicy.NONE);
  }

  private WebPage fetch(String path) {
    return pages(new PrivatePeers.All()).fetch(at(path));
  }

  private Problem problem(WebPages pages, FediUrl url) {
    return catchThrowableOfType(Problem.class, () -> pages.fetch(url));
  }

  private FediUrl at(String path) {
    return FediUrl.parse("http://a.localhost:" + site.port() + path);
  }

  private void answers(String path, String type, String body) {
    answers.put(
        path,
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(type, body.getBytes(StandardCharsets.UTF_8).length, body));
  }

  private void redirects(String path, String target) {
    answers.put(
        path,
        "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
            .formatted(target));
  }

  @Test
  void a_page_is_asked_for_as_what_it_is_and_without_a_signature() {
    answers("/story", "text/html; charset=\"ISO-8859-1\"", "<title>x</title>");

    var page = fetch("/story");

    assertThat(page.at()).isEqualTo(at("/story"));
    assertThat(page.charset()).contains("ISO-8859-1");
    assertThat(page.html()).asString().isEqualTo("<title>x</title>");
    assertThat(site.heard().getFirst())
        .containsIgnoringCase("accept: text/html")
        .containsIgnoringCase("user-agent: Kring/1.0 (+https://kring.example/)")
        .doesNotContainIgnoringCase("signature")
        .doesNotContainIgnoringCase("cookie");
  }

  @Test
  void of_a_large_page_the_beginning_will_do() {
    answers("/large", "text/html", "<title>x</title>" + "y".repeat(100_000));

    assertThat(fetch("/large").html()).hasSize(LARGEST);
  }

  @Test
  void what_is_no_page_is_refused() {
    answers("/film", "video/mp4", "....");
    answers("/note", "application/activity+json", "{}");

    for (var path : new String[] {"/film", "/note"}) {
      assertThat(problem(pages(new PrivatePeers.All()), at(path)).kind())
          .isEqualTo(Problem.Kind.UPSTREAM);
    }
  }

  @Test
  void a_few_redirects_are_followed_and_each_is_checked() {
    redirects("/0", "/1");
    redirects("/1", "/2");
    redirects("/2", "/3");
    answers("/3", "text/html", "<title>end</title>");
    redirects("/loop", "/loop");
    redirects("/inside", "http://10.0.0.1/");
    redirects("/evil", "https://evil.example/");
    redirects("/file", "file:///etc/passwd");

    assertThat(fetch("/0").at()).isEqualTo(at("/3"));
    var open = pages(new PrivatePeers.All());
    assertThat(problem(open, at("/loop")).kind()).isEqualTo(Problem.Kind.UPSTREAM);
    assertThat(problem(open, at("/inside")).kind()).isEqualTo(Problem.Kind.FORBIDDEN);
    assertThat(problem(open, at("/evil")).kind()).isEqualTo(Problem.Kind.FORBIDDEN);
    assertThat(problem(open, at("/file")).kind()).isEqualTo(Problem.Kind.UPSTREAM);
    assertThat(site.heard()).filteredOn(request -> request.startsWith("GET /loop")).hasSize(4);
  }

  @Test
  void nothing_on_this_machine_is_looked_at() {
    answers("/", "text/html", "<title>internal</title>");

    assertThat(problem(pages(new PrivatePeers.None()), at("/")).kind())
        .isEqualTo(Problem.Kind.FORBIDDEN);
    assertThat(site.accepted()).isZero();
  }

  @Test
  void plain_http_is_not_asked_but_https_is() {
    var refused = problem(pages(new PrivatePeers.None()), FediUrl.parse("http://news.example/"));

    assertThat(refused.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
    assertThat(refused).hasMessageContaining("news.example has no address");
  }
}
