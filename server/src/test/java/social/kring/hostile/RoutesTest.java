package social.kring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.kring.node.MountedRoutes;
import social.kring.node.MountedRoutes.Mounted;
import social.kring.testing.Answer;

/** What holds for every route of a node, of whichever door, those included that come later. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {
  private static final List<String> VALUES =
      List.of(
          "-1",
          "99999999999999999999999999",
          "a%00b",
          "%ff%fe",
          "%ed%a0%80",
          "%zz",
          "_%25%5C",
          "'%22%3C%3E%60",
          "..%2f..%2fetc%2fpasswd",
          "%0d%0aSet-Cookie:%20x=1",
          "x".repeat(3_000));

  private static final List<String> NAMES =
      List.of(
          "limit",
          "max_id",
          "min_id",
          "since_id",
          "offset",
          "q",
          "acct",
          "id",
          "id[]",
          "types[]",
          "account_id",
          "tagged",
          "resource",
          "rel",
          "uri",
          "client_id",
          "redirect_uri",
          "scope",
          "state",
          "code",
          "response_type",
          "page",
          "cursor",
          "before",
          "after",
          "name",
          "status",
          "visibility",
          "type",
          "resolve",
          "timeline[]",
          "any[]",
          "domain",
          "language");

  private static final List<String> FIELDS =
      List.of(
          "status",
          "name",
          "note",
          "display_name",
          "comment",
          "title",
          "target",
          "aliases[]",
          "username",
          "password",
          "email",
          "agreement",
          "client_name",
          "redirect_uris",
          "scopes",
          "grant_type",
          "token",
          "csrf",
          "fields_attributes[0][name]",
          "poll[options][]",
          "id",
          "in_reply_to_id",
          "media_ids[]",
          "home[last_read_id]",
          "duration",
          "expires_in",
          "account_id",
          "status_ids[]",
          "domain",
          "spoiler_text",
          "language",
          "scheduled_at");

  /** What an app may ask for that speaks for nobody yet. */
  private static final Set<String> FOR_APPS = Set.of("/api/v1/apps");

  private final Fortress fortress = new Fortress(Set.of());
  private List<Mounted> routes;
  private Citizen alice;

  @BeforeAll
  void look(@TempDir Path data) {
    routes = MountedRoutes.all(data);
    alice = fortress.citizen("alice");
  }

  @AfterAll
  void close() {
    fortress.close();
  }

  private Answer asks(Mounted route, String target, Map<String, String> headers, byte[] body) {
    return fortress.asks(route.method(), target, headers, body);
  }

  private static Map<String, String> bearing(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  @Test
  void all_are_seen() {
    assertThat(routes).hasSizeGreaterThan(120);
    assertThat(routes).extracting(Mounted::path).contains("/oauth/token", "/.well-known/webfinger");
  }

  @Test
  void no_path_and_no_query_makes_the_node_fail() {
    var failed = new ArrayList<String>();
    for (var route : routes) {
      // Their answers do not end; what is wrong is asked of them in StreamingTest.
      if (route.path().startsWith("/api/v1/streaming")) continue;
      var targets = new ArrayList<String>();
      for (var value : VALUES) {
        var query =
            NAMES.stream()
                .limit(value.length() > 100 ? 2 : NAMES.size())
                .map(name -> name + "=" + value)
                .collect(Collectors.joining("&"));
        targets.add(route.filled(value));
        targets.add(route.filled("1") + "?" + query);
      }
      targets.add(route.filled("1") + "?" + "a=1&".repeat(1_500));
      targets.add(route.filled("1") + "?=&&&=%&?&#");
      for (var target : targets) {
        var answer = asks(route, target, bearing(alice.token()), new byte[0]);
        if (answer.status() >= 500) failed.add(answer.status() + " " + route + " " + target);
        assertThat(answer.headers().values()).as(target).doesNotContain("x=1");
      }
    }
    assertThat(failed).isEmpty();
  }

  @Test
  void no_body_of_any_type_makes_the_node_fail() {
    var failed = new ArrayList<String>();
    for (var route : routes) {
      if (Set.of("GET", "HEAD", "OPTIONS").contains(route.method())) continue;
      for (var body : bodies()) {
        var headers = new HashMap<>(bearing(alice.token()));
        if (!body.type().isEmpty()) headers.put("Content-Type", body.type());
        var answer = asks(route, route.filled("1"), headers, body.bytes());
        if (answer.status() >= 500) failed.add(answer.status() + " " + route + " " + body);
      }
    }
    assertThat(failed).isEmpty();
  }

  private record Body(String type, byte[] bytes) {
    static Body of(String type, String text) {
      return new Body(type, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String toString() {
      var text = new String(bytes, StandardCharsets.ISO_8859_1);
      return type + " " + text.substring(0, Math.min(200, text.length()));
    }
  }

  private static List<Body> bodies() {
    return List.of(
        form("%00"),
        form("\u0000"),
        form("\u00ff\u00fe"),
        form("%ed%a0%80"),
        form("%"),
        form("-99999999999999999999"),
        form("1e999"),
        Body.of("application/x-www-form-urlencoded", "a=1&".repeat(2_000)),
        Body.of("application/x-www-form-urlencoded;charset=utf-16", "status=x"),
        Body.of("application/x-www-form-urlencoded; charset=no-such", "status=x"),
        json("\"\\u0000\""),
        json("\"\\ud800\""),
        json("\"\u00ff\u00fe\""),
        json("[[[[{}]]]]"),
        json("{\"a\":{\"b\":[1,{}]}}"),
        json("1e999"),
        json("-99999999999999999999"),
        json("null"),
        json("true"),
        Body.of("application/json", "{\"a\":".repeat(5_000)),
        Body.of("application/json", "\u00ef\u00bb\u00bf{}"),
        Body.of("application/json; charset=utf-16", "{}"),
        Body.of("application/json", "{}{}"),
        Body.of("multipart/form-data", "x"),
        Body.of("multipart/form-data; boundary=", "--\r\n"),
        Body.of("multipart/form-data; boundary=x", multipart("name=\"status\"", "\u0000")),
        Body.of(
            "multipart/form-data; boundary=x",
            multipart("name=\"avatar\"; filename=\"../../a\"", "GIF89a")),
        Body.of("multipart/form-data; boundary=x", multipart("name*=utf-8''%ff", "x")),
        Body.of("multipart/mixed; boundary=x", "--x--"),
        Body.of("text/plain", "status=x"),
        Body.of(
            "application/xml",
            "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>"),
        Body.of("no type at all", "x"),
        Body.of("*/*", "x"),
        Body.of("", "x"));
  }

  private static Body form(String value) {
    return Body.of(
        "application/x-www-form-urlencoded",
        String.join("&", FIELDS.stream().map(name -> name + "=" + value).toList()));
  }

  private static Body json(String value) {
    var fields = FIELDS.stream().filter(name -> !name.contains("[")).toList();
    return Body.of(
        "application/json",
        "{" + String.join(",", fields.stream().map(n -> "\"" + n + "\":" + value).toList()) + "}");
  }

  private static String multipart(String disposition, String content) {
    return "--x\r\nContent-Disposition: form-data; "
        + disposition
        + "\r\n\r\n"
        + content
        + "\r\n--x--\r\n";
  }

  @Test
  void a_token_that_was_taken_back_opens_nothing_to_read_or_to_write() {
    var client = fortress.token(alice.actor().id(), "read write follow push");
    var session = fortress.api(client).get("/api/kring/v1/sessions").json();
    assertThat(session.size()).isPositive();
    for (var each : session) {
      if (each.at("/current").asBoolean())
        fortress.api(client).delete("/api/kring/v1/sessions/" + each.at("/id").asText());
    }
    var open = openTo(Map.of());
    var before = fortress.contents();
    for (var route : routes) {
      if (!route.path().startsWith("/api/") || FOR_APPS.contains(route.path())) continue;
      if (open.test(route)) continue;
      var answer = asks(route, route.filled("1"), bearing(client), new byte[0]);
      assertThat(answer.status()).as(route.toString()).isIn(401, 403);
    }
    assertThat(fortress.contents()).isEqualTo(before);
  }

  private Predicate<Mounted> openTo(Map<String, String> headers) {
    return route ->
        route.method().equals("GET")
            && Set.of(200, 404)
                .contains(asks(route, route.filled("1"), headers, new byte[0]).status());
  }

  @Test
  void nothing_is_said_twice_in_a_header_by_what_a_client_sends() {
    for (var route : routes) {
      if (!route.method().equals("GET")) continue;
      var answer =
          asks(
              route,
              route.filled("x%0d%0aX-Injected:%201"),
              Map.of(
                  "Accept",
                  "text/html",
                  "Origin",
                  "https://evil.example",
                  "X-Forwarded-Host",
                  "evil.example",
                  "Forwarded",
                  "host=evil.example",
                  "X-Forwarded-Proto",
                  "gopher"),
              new byte[0]);
      assertThat(answer.headers()).as(route.toString()).doesNotContainKey("x-injected");
      assertThat(answer.headers().getOrDefault("access-control-allow-credentials", "false"))
          .isEqualTo("false");
      assertThat(answer.headers().getOrDefault("location", "")).doesNotContain("evil.example");
      assertThat(answer.headers().getOrDefault("link", "")).doesNotContain("evil.example");
      if (!route.path().startsWith("/@"))
        assertThat(answer.body()).as(route.toString()).doesNotContain("//evil.example");
    }
  }
}
