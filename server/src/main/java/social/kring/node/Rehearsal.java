package social.kring.node;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import social.kring.community.access.NewAccount;
import social.kring.community.access.Role;
import social.kring.community.access.Scopes;

/**
 * Plays through what a node does from its start to its first answers, so that the JVM can keep what
 * it learned of the classes in a file and start in half the time from then on (JEP 483, JEP 514).
 */
final class Rehearsal {
  private static final String DOMAIN = "rehearsal.localhost";
  private static final String NAME = "actor";

  private final Path directory;

  /**
   * @param directory the data directory of the rehearsed node
   */
  Rehearsal(Path directory) {
    this.directory = directory;
  }

  void play() throws IOException {
    var settings = settings();
    Logging.ofNode(settings.log());
    try (var resources = new Resources()) {
      var node = Node.start(settings, resources, Cryptography.begin());
      var token = token(node);
      for (var request : requests(token)) ask(node.port(), request);
    }
  }

  private Settings settings() {
    var environment =
        Map.of(
            "KRING_DATA_DIR",
            directory.toString(),
            "KRING_DOMAIN",
            DOMAIN,
            "KRING_LISTEN",
            "127.0.0.1:0",
            "KRING_OPS_LISTEN",
            "127.0.0.1:0");
    return new SettingsReader(environment, directory, directory, false).read();
  }

  private static String token(Node node) {
    var access = node.community().residents().access();
    var database = node.platform().database();
    var domain = node.platform().domains().primary();
    var wanted =
        new NewAccount(
            NAME, domain, "actor@rehearsal.example", "only for a rehearsal", Role.MEMBER);
    var actor =
        node.community()
            .foundation()
            .actors()
            .byHandle(
                database, new social.kring.protocol.discovery.Handle(NAME, domain.authority()))
            .map(known -> known.id())
            .orElseGet(() -> access.accounts().create(database, wanted).actor());
    var scopes = Scopes.parse("read write");
    return database
        .transaction(tx -> access.tokens().issueByOperator(tx, actor, scopes, "rehearsal"))
        .secret()
        .text();
  }

  private static List<String> requests(String token) {
    var signed = "Authorization: Bearer " + token + "\r\n";
    var post = "status=rehearsed";
    return List.of(
        get("/health/ready", ""),
        get("/.well-known/nodeinfo", ""),
        get("/.well-known/webfinger?resource=acct:" + NAME + "@" + DOMAIN, ""),
        get("/@" + NAME, "Accept: application/activity+json\r\n"),
        get("/@" + NAME, "Accept: text/html\r\n"),
        get("/api/v2/instance", ""),
        get("/api/v1/accounts/verify_credentials", signed),
        "POST /api/v1/statuses HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(DOMAIN, signed, post.length(), post),
        get("/api/v1/timelines/home", signed),
        get("/app", ""));
  }

  private static String get(String path, String headers) {
    return "GET %s HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\n\r\n"
        .formatted(path, DOMAIN, headers);
  }

  private static void ask(int port, String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getInputStream().readAllBytes();
    }
  }
}
