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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.federation.peers.HostPolicies;
import social.kring.federation.peers.PeerPolicy;
import social.kring.platform.http.PeerClient;
import social.kring.platform.http.PeerLimits;
import social.kring.platform.http.PrivatePeers;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.ScriptedPeer;

@Timeout(30)
class RemoteDocumentsTest {
  private static final String AS = "application/activity+json; charset=utf-8";

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final HostPolicies policies =
      host -> host.startsWith("evil.") ? PeerPolicy.SUSPENDED : PeerPolicy.NONE;
  private Vertx vertx;
  private ScriptedPeer peer;
  private PeerClient client;
  private RemoteDocuments documents;

  @BeforeEach
  void start() throws IOException {
    vertx = Vertx.vertx();
    peer =
        new ScriptedPeer(
            (out, request) -> out.write(answer(request).getBytes(StandardCharsets.UTF_8)));
    client =
        new PeerClient(
            vertx,
            host -> Future.failedFuture(new UnknownHostException(host)),
            new PrivatePeers.All(),
            new PeerLimits(Duration.ofSeconds(5), 10_000, 2, 10),
            "Kring/1.0 (+https://kring.example/)");
    FetchSigner signer =
        request -> request.with("Signature", "for " + request.url().origin().authority());
    documents =
        new RemoteDocuments(client, policies, signer, UnaryOperator.identity(), () -> 0, () -> 0L);
  }

  @AfterEach
  void stop() throws IOException {
    peer.close();
    vertx.close().await();
  }

  @Test
  void a_document_is_fetched_from_its_id_and_signed_for() {
    serves("/note", AS, "{\"id\":\"%s\",\"type\":\"Note\"}".formatted(at("/note")));
    assertThat(documents.fetch(at("/note")).string("type")).hasValue("Note");
    assertThat(peer.heard())
        .singleElement()
        .asString()
        .contains("Signature: for a.localhost:" + peer.port())
        .contains("application/activity+json, application/ld+json; profile=");
  }

  @Test
  void a_page_leads_to_the_document_at_its_id() {
    serves("/@alice", AS, "{\"id\":\"%s\",\"name\":\"claimed\"}".formatted(at("/ap/1")));
    serves("/ap/1", AS, "{\"id\":\"%s\",\"name\":\"true\"}".formatted(at("/ap/1")));
    assertThat(documents.fetch(at("/@alice")).string("name")).hasValue("true");
  }

  @Test
  void a_key_is_found_in_the_document_that_holds_it() {
    serves("/ap/1", AS, "{\"id\":\"%s\"}".formatted(at("/ap/1")));
    assertThat(documents.fetch(FediUrl.parse(at("/ap/1").text() + "#main-key")).id("id"))
        .hasValue(at("/ap/1"));
  }

  @Test
  void a_document_that_is_not_at_its_id_is_not_believed() {
    serves("/fake", AS, "{\"id\":\"%s\"}".formatted(at("/real")));
    serves("/real", AS, "{\"id\":\"%s\"}".formatted(at("/elsewhere")));
    assertThat(problem(at("/fake")).kind()).isEqualTo(Problem.Kind.UPSTREAM);
  }

  @Test
  void another_query_is_another_document() {
    serves("/?p=1", AS, "{\"id\":\"%s\"}".formatted(at("/?p=2")));
    serves("/?p=2", AS, "{\"id\":\"%s\",\"name\":\"two\"}".formatted(at("/?p=2")));
    assertThat(documents.fetch(at("/?p=1")).string("name")).hasValue("two");
  }

  @Test
  void another_host_speaks_for_its_own_documents() throws IOException {
    try (var other = ScriptedPeer.saying("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")) {
      serves("/fake", AS, "{\"id\":\"http://b.localhost:%d/note\"}".formatted(other.port()));
      assertThat(problem(at("/fake")).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
      assertThat(other.heard()).singleElement().asString().startsWith("GET /note ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/html", "application/ld+json", ""})
  void what_is_not_activitystreams_by_its_type_is_not_read(String type) {
    serves("/upload", type, "{\"id\":\"%s\"}".formatted(at("/upload")));
    assertThat(problem(at("/upload")).kind()).isEqualTo(Problem.Kind.UPSTREAM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{}",
        "{\"id\":7}",
        "{\"id\":\"x\"}",
        "{\"id\":\"a\",\"id\":\"b\"}"
      })
  void what_is_no_document_is_a_problem_of_the_peer(String body) {
    serves("/broken", AS, body);
    assertThat(problem(at("/broken")).kind()).isEqualTo(Problem.Kind.UPSTREAM);
  }

  @Test
  void each_hop_is_signed_for_its_own_host() {
    redirects("/old", "http://b.localhost:" + peer.port() + "/new");
    redirects("/new", "/newer");
    serves("/newer", AS, "{\"id\":\"http://b.localhost:%d/newer\"}".formatted(peer.port()));
    assertThat(documents.fetch(at("/old")).id("id").map(FediUrl::host)).hasValue("b.localhost");
    assertThat(peer.heard().get(0)).contains("Signature: for a.localhost:" + peer.port());
    assertThat(peer.heard().get(1)).contains("Signature: for b.localhost:" + peer.port());
    assertThat(peer.heard().get(2)).contains("Signature: for b.localhost:" + peer.port());
  }

  @Test
  void the_third_redirect_is_the_last() {
    for (var i = 0; i < 5; i++) redirects("/" + i, "/" + (i + 1));
    assertThat(problem(at("/0"))).hasMessageContaining("redirects more than 3 times");
    assertThat(peer.heard()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "file:///etc/passwd",
        "http://169.254.169.254/",
        "http://u@a.localhost/",
        "http://[",
        "http://0x7f.1/",
        "gopher://a.localhost/"
      })
  void a_redirect_to_where_this_node_does_not_go_is_refused(String location) {
    redirects("/leads", location);
    assertThat(problem(at("/leads")).kind()).isIn(Problem.Kind.UPSTREAM, Problem.Kind.FORBIDDEN);
    assertThat(peer.heard()).hasSize(1);
  }

  @Test
  void a_suspended_host_is_not_asked_not_even_by_a_detour() {
    var evil = "http://evil.localhost:" + peer.port() + "/note";
    assertThat(problem(FediUrl.parse(evil)).kind()).isEqualTo(Problem.Kind.FORBIDDEN);
    assertThat(peer.heard()).isEmpty();
    redirects("/detour", evil);
    assertThat(problem(at("/detour")).kind()).isEqualTo(Problem.Kind.FORBIDDEN);
    serves("/claims", AS, "{\"id\":\"%s\"}".formatted(evil));
    assertThat(problem(at("/claims")).kind()).isEqualTo(Problem.Kind.FORBIDDEN);
    assertThat(peer.heard()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "401, FORBIDDEN", "403, FORBIDDEN", "404, NOT_FOUND", "410, GONE", "429, UNAVAILABLE",
    "500, UNAVAILABLE", "503, UNAVAILABLE", "204, UPSTREAM", "304, UPSTREAM", "418, UPSTREAM"
  })
  void a_status_says_why_there_is_no_document(int status, Problem.Kind kind) {
    answers.put("/", "HTTP/1.1 " + status + " X\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    assertThat(problem(at("/")).kind()).isEqualTo(kind);
  }

  @Test
  void a_host_may_say_when_to_ask_again() {
    answers.put("/", "HTTP/1.1 503 X\r\nRetry-After: 77\r\nContent-Length: 0\r\n\r\n");
    assertThat(problem(at("/")).retryAfter()).hasValue(Duration.ofSeconds(77));
  }

  @Test
  void what_could_not_be_had_is_not_asked_for_again_at_once() {
    assertThat(problem(at("/missing")).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    assertThat(problem(at("/missing")).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    assertThat(peer.heard()).hasSize(1);
  }

  @Test
  void a_handle_is_resolved_by_its_host() {
    var handle = Handle.parse("@alice@a.localhost:" + peer.port());
    serves(
        handle.webFingerUrl().pathAndQuery(),
        "application/jrd+json",
        """
        {"subject":"acct:%s","links":[
          {"rel":"self","type":"application/activity+json","href":"%s"}]}
        """
            .formatted(handle.acct(), at("/ap/1")));
    var handles = new Handles(client, policies, () -> 0, () -> 0L);
    assertThat(handles.resolve(handle).self()).isEqualTo(at("/ap/1"));
    var unknown = Handle.parse("@bob@a.localhost:" + peer.port());
    var problem = catchThrowableOfType(Problem.class, () -> handles.resolve(unknown));
    assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    var evil = Handle.parse("@bob@evil.localhost:" + peer.port());
    var refused = catchThrowableOfType(Problem.class, () -> handles.resolve(evil));
    assertThat(refused.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
  }

  @Test
  void a_host_says_what_it_runs() {
    serves(
        "/.well-known/nodeinfo",
        "application/json",
        "{\"links\":[{\"rel\":\"http://nodeinfo.diaspora.software/ns/schema/2.0\",\"href\":\"%s\"}]}"
            .formatted(at("/nodeinfo/2.0")));
    serves(
        "/nodeinfo/2.0",
        "application/json; profile=\"http://nodeinfo.diaspora.software/ns/schema/2.0#\"",
        "{\"software\":{\"name\":\"mastodon\",\"version\":\"4.6.0\"}}");
    var software = new PeerSoftware(client, policies).ask("a.localhost:" + peer.port());
    assertThat(software.map(found -> found.name() + " " + found.version()))
        .isEqualTo(Optional.of("mastodon 4.6.0"));
  }

  private String answer(String request) {
    var path = request.split(" ")[1];
    return answers.getOrDefault(path, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
  }

  private void serves(String path, String type, String body) {
    var length = body.getBytes(StandardCharsets.UTF_8).length;
    answers.put(
        path,
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(type, length, body));
  }

  private void redirects(String path, String location) {
    answers.put(
        path,
        "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
            .formatted(location));
  }

  private FediUrl at(String path) {
    return FediUrl.parse("http://a.localhost:" + peer.port() + path);
  }

  private Problem problem(FediUrl url) {
    return catchThrowableOfType(Problem.class, () -> documents.fetch(url));
  }
}
