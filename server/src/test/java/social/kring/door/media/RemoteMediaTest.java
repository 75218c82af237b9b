package social.kring.door.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.kring.community.media.MediaLinks;
import social.kring.community.media.RemoteMedia;
import social.kring.federation.peers.PeerPolicy;
import social.kring.federation.remote.RemoteFiles;
import social.kring.platform.http.PeerClient;
import social.kring.platform.http.PeerLimits;
import social.kring.platform.http.PrivatePeers;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.HttpDoors;
import social.kring.testing.PictureFiles;
import social.kring.testing.ScriptedPeer;
import social.kring.testing.Square;

@Timeout(60)
class RemoteMediaTest {
  private static final byte[] PNG = PictureFiles.png(40, 30);
  private static final int ROOM = 3 * PNG.length + 10;

  @TempDir private Path folder;
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private Square square;
  private Vertx vertx;
  private ScriptedPeer site;
  private HttpDoors doors;
  private MediaLinks links;

  @BeforeEach
  void open() throws IOException {
    square = new Square();
    vertx = Vertx.vertx();
    site = new ScriptedPeer((out, request) -> out.write(answers.get(request.split(" ", 3)[1])));
    links = square.media().links();
    doors = doors(new PrivatePeers.All());
  }

  private HttpDoors doors(PrivatePeers peers) {
    var client =
        new PeerClient(
            vertx,
            host -> Future.failedFuture(new UnknownHostException(host)),
            peers,
            PeerLimits.DOWNLOADING,
            "Kring/1.0 (+https://kring.example/)");
    var files =
        new RemoteFiles(
            client,
            host -> host.startsWith("evil.") ? PeerPolicy.SUSPENDED : PeerPolicy.NONE,
            Ticker.systemTicker(),
            new SecureRandom());
    var room = new RemoteMedia.Room(folder, ROOM, Duration.ofDays(7));
    var remote = RemoteMedia.on(links, new Way(files), room, square.town().clock());
    return new HttpDoors(
        square.town(), router -> {}, new MediaDoor(square.media().pictures(), remote));
  }

  private record Way(RemoteFiles files) implements RemoteMedia.Elsewhere {
    @Override
    public void requireAllowed(FediUrl url) {
      files.requireAllowed(url);
    }

    @Override
    public void fetch(FediUrl url, Path file, long largest) {
      files.fetch(url, file, largest);
    }
  }

  @AfterEach
  void close() throws IOException {
    doors.close();
    site.close();
    vertx.close().await();
    square.close();
  }

  @Test
  void a_picture_elsewhere_is_fetched_once_and_shown_under_an_address_of_ours() {
    answers.put("/a.png", ok("application/octet-stream", PNG));

    var first = get(link("/a.png"));
    var second = get(link("/a.png"));

    assertThat(link("/a.png")).startsWith("https://town.example/media/proxy/");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).isEqualTo(PNG);
    assertThat(second.body()).isEqualTo(PNG);
    assertThat(first.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(first.headers().firstValue("Content-Security-Policy"))
        .contains("default-src 'none'; sandbox");
    assertThat(first.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(site.heard()).hasSize(1);
    assertThat(site.heard().getFirst().toLowerCase()).doesNotContain("signature:", "cookie:");
  }

  @Test
  void what_this_node_did_not_sign_it_does_not_fetch() {
    answers.put("/a.png", ok("image/png", PNG));
    var parts = link("/a.png").split("/");
    var other = link("/b.png").split("/");

    var swapped = link("/a.png").replace(parts[parts.length - 1], other[other.length - 1]);

    assertThat(get(swapped).statusCode()).isEqualTo(404);
    assertThat(get("https://town.example/media/proxy/AAAA/" + parts[parts.length - 1]).statusCode())
        .isEqualTo(404);
    assertThat(get("https://town.example/media/proxy/%20/!!").statusCode()).isEqualTo(404);
    assertThat(site.heard()).isEmpty();
  }

  @Test
  void a_page_a_drawing_that_can_act_and_what_is_not_there_are_refused_once() {
    answers.put("/page", ok("image/png", "<html><script>alert(1)</script>".getBytes(ISO)));
    answers.put("/drawing", ok("image/svg+xml", "<svg onload='alert(1)'/>".getBytes(ISO)));
    answers.put(
        "/gone",
        "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".getBytes(ISO));

    for (var path : List.of("/page", "/drawing", "/gone")) {
      assertThat(get(link(path)).statusCode()).as(path).isBetween(400, 599).isNotEqualTo(500);
    }
    assertThat(get(link("/gone")).statusCode()).isBetween(400, 499);
    assertThat(site.heard().stream().filter(r -> r.startsWith("GET /gone"))).hasSize(1);
    assertThat(folder).isDirectoryNotContaining(file -> true);
  }

  @Test
  void who_sends_more_than_said_or_than_may_be_leaves_nothing() {
    answers.put(
        "/huge",
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: video/mp4\r\nContent-Length: 99999999999\r\n\r\n"
            .getBytes(ISO));

    assertThat(get(link("/huge")).statusCode()).isEqualTo(503);
    assertThat(folder).isDirectoryNotContaining(file -> true);
  }

  @Test
  void hosts_that_are_suspended_or_inside_are_not_asked() {
    answers.put("/a.png", ok("image/png", PNG));
    var evil = links.shown(FediUrl.parse("http://evil.localhost:" + site.port() + "/a.png"));
    assertThat(get(evil).statusCode()).isEqualTo(403);
    doors.close();
    doors = doors(new PrivatePeers.None());

    assertThat(get(link("/a.png")).statusCode()).isEqualTo(403);
    assertThat(site.heard()).isEmpty();
  }

  @Test
  void the_cache_holds_what_there_is_room_for_and_nothing_for_ever() throws IOException {
    for (var i = 0; i < 5; i++) {
      answers.put("/" + i + ".png", ok("image/png", PNG));
      assertThat(get(link("/" + i + ".png")).statusCode()).isEqualTo(200);
    }
    assertThat(cached()).isEqualTo(3);
    get(link("/4.png"));
    assertThat(site.heard()).hasSize(5);

    square.town().clock().advance(Duration.ofDays(8));
    assertThat(get(link("/4.png")).statusCode()).isEqualTo(200);

    assertThat(site.heard()).hasSize(6);
    assertThat(cached()).isEqualTo(1);
  }

  @Test
  void one_host_never_holds_most_places_and_whoever_fails_gives_hers_back() {
    var most = new Nested();
    var perHost = PeerLimits.DOWNLOADING.perHost() + PeerLimits.DOWNLOADING.waitingPerHost();

    assertThat(most.places()).isGreaterThan(2 * perHost).isLessThan(1_000);
    assertThat(most.places()).isEqualTo(most.places());
  }

  /** While one picture is fetched the next is asked for, until there is no place left. */
  private final class Nested implements RemoteMedia.Elsewhere {
    private final RemoteMedia remote =
        RemoteMedia.on(
            links,
            this,
            new RemoteMedia.Room(folder, ROOM, Duration.ofDays(7)),
            square.town().clock());
    private int places;

    int places() {
      places = 0;
      assertThatThrownBy(this::next).hasMessageContaining("Too many pictures");
      return places;
    }

    private void next() {
      var parts = link("/" + places + ".png").split("/");
      remote.find(parts[parts.length - 2], parts[parts.length - 1]);
    }

    @Override
    public void requireAllowed(FediUrl url) {}

    @Override
    public void fetch(FediUrl url, Path file, long largest) {
      places++;
      next();
    }
  }

  @Test
  void a_player_gets_the_part_that_it_asks_for() {
    answers.put("/a.png", ok("image/png", PNG));

    var middle = get(link("/a.png"), "bytes=10-19");
    var end = get(link("/a.png"), "bytes=-5");
    var rest = get(link("/a.png"), "bytes=8-");
    var beyond = get(link("/a.png"), "bytes=999999-");

    assertThat(middle.statusCode()).isEqualTo(206);
    assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(PNG, 10, 20));
    assertThat(middle.headers().firstValue("Content-Range")).contains("bytes 10-19/" + PNG.length);
    assertThat(end.body()).isEqualTo(Arrays.copyOfRange(PNG, PNG.length - 5, PNG.length));
    assertThat(rest.body()).hasSize(PNG.length - 8);
    assertThat(beyond.statusCode()).isEqualTo(416);
  }

  private static final java.nio.charset.Charset ISO = StandardCharsets.ISO_8859_1;

  private long cached() throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }

  private String link(String path) {
    return links.shown(FediUrl.parse("http://a.localhost:" + site.port() + path));
  }

  private HttpResponse<byte[]> get(String address, String... range) {
    var target = address.replace("https://town.example", doors.address());
    var request = HttpRequest.newBuilder(URI.create(target));
    if (range.length > 0) request.header("Range", range[0]);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static byte[] ok(String type, byte[] body) {
    var head =
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(type, body.length)
            .getBytes(ISO);
    var all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }
}
