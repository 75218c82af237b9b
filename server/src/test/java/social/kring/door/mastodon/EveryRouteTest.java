package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiClient;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

/** What holds for every route of both client APIs, those included that come later. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteTest {

  /** What everyone may read, whoever asks: no token is looked at. */
  private static final Set<String> FOR_ANYONE =
      Set.of(
          "/api/v1/custom_emojis",
          "/api/v1/directory",
          "/api/v1/trends",
          "/api/v1/trends/tags",
          "/api/v1/trends/statuses",
          "/api/v1/trends/links",
          "/api/v1/instance",
          "/api/v2/instance",
          "/api/v1/instance/rules",
          "/api/v1/instance/activity",
          "/api/v1/instance/translation_languages",
          "/api/v1/instance/peers",
          "/api/v1/instance/languages",
          "/api/v1/instance/extended_description",
          "/api/v1/instance/privacy_policy",
          "/api/v1/instance/terms_of_service",
          "/api/v1/streaming/health",
          "/api/kring/v1/openapi.json");

  /** What everyone may read, and somebody who is signed in sees as they may see it. */
  private static final Set<String> OPEN =
      Set.of(
          "/api/v1/accounts",
          "/api/v1/accounts/lookup",
          "/api/v1/accounts/:id",
          "/api/v1/accounts/:id/statuses",
          "/api/v1/accounts/:id/followers",
          "/api/v1/accounts/:id/following",
          "/api/v1/accounts/:id/featured_tags",
          "/api/v1/accounts/:id/endorsements",
          "/api/v1/statuses",
          "/api/v1/statuses/:id",
          "/api/v1/statuses/:id/context",
          "/api/v1/statuses/:id/history",
          "/api/v1/statuses/:id/quotes",
          "/api/v1/statuses/:id/favourited_by",
          "/api/v1/statuses/:id/reblogged_by",
          "/api/v1/statuses/:id/card",
          "/api/v1/polls/:id",
          "/api/v1/timelines/public",
          "/api/v1/timelines/tag/:tag",
          "/api/v1/tags/:name",
          "/api/v1/search",
          "/api/v1/instance/domain_blocks",
          "/api/v2/search");

  private ApiTown town;
  private Resident alice;

  @BeforeAll
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
  }

  @AfterAll
  void close() {
    town.close();
  }

  private record Mounted(HttpMethod method, String path) {
    String filled(String value) {
      return path.replaceAll(":[a-z]+", value);
    }
  }

  private List<Mounted> routes() {
    return town.router().getRoutes().stream()
        .filter(route -> route.getPath() != null && route.methods() != null)
        .filter(route -> route.getPath().startsWith("/api/"))
        .flatMap(EveryRouteTest::mounted)
        .distinct()
        .toList();
  }

  private static Stream<Mounted> mounted(Route route) {
    return route.methods().stream().map(method -> new Mounted(method, route.getPath()));
  }

  private boolean reads(Mounted route, Set<String> paths) {
    return route.method() == HttpMethod.GET && paths.contains(route.path());
  }

  @Test
  void all_are_seen() {
    assertThat(routes()).hasSizeGreaterThan(80);
  }

  @Test
  void what_is_not_for_everyone_needs_a_token() {
    for (var route : routes()) {
      var answer = send(town.api(), route, "1");
      if (reads(route, FOR_ANYONE) || reads(route, OPEN)) {
        assertThat(answer.status()).as(route.toString()).isIn(200, 404);
      } else {
        assertThat(answer.status()).as(route.toString()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(answer.get("error")).isNotBlank();
      }
    }
  }

  @Test
  void a_token_without_a_fitting_scope_opens_nothing() {
    var useless = alice.api("admin:write:canonical_email_blocks");
    for (var route : routes()) {
      if (reads(route, FOR_ANYONE)) continue;
      var answer = send(useless, route, "1");
      assertThat(answer.status()).as(route.toString()).isEqualTo(403);
      assertThat(answer.get("error")).contains("scope");
    }
  }

  @Test
  void a_token_that_was_never_issued_opens_nothing() {
    var forged = town.api("forged");
    for (var route : routes()) {
      if (reads(route, FOR_ANYONE)) continue;
      assertThat(send(forged, route, "1").status()).as(route.toString()).isEqualTo(401);
    }
  }

  @Test
  void a_token_that_may_only_read_changes_nothing() {
    var reader = alice.api("read");
    for (var route : routes()) {
      if (route.method() == HttpMethod.GET) continue;
      assertThat(send(reader, route, "1").status()).as(route.toString()).isEqualTo(403);
    }
  }

  @Test
  void no_input_makes_the_node_fail() {
    var values = List.of("0", "-1", "99999999999999999999999", "%00", "%F0%9F%98%80", "%zz", "a b");
    for (var route : routes()) {
      // Their answers do not end; what is wrong is asked of them in StreamingTest.
      if (route.path().startsWith("/api/v1/streaming")) continue;
      for (var value : values) {
        var path = route.filled(value.equals("a b") ? "a%20b" : value);
        if (path.contains("%zz")) continue;
        for (var query : queries(value)) {
          var answer = send(alice.api(), route.method(), path + query);
          assertThat(answer.status()).as(route.method() + " " + path + query).isLessThan(500);
        }
      }
    }
  }

  private static List<String> queries(String value) {
    var text = value.equals("a b") ? "a+b" : value.equals("%zz") ? "x" : value;
    return List.of(
        "?limit=" + text + "&max_id=" + text + "&min_id=" + text + "&since_id=" + text,
        "?q="
            + text
            + "&acct="
            + text
            + "&offset="
            + text
            + "&id[]="
            + text
            + "&id="
            + text
            + "&types[]="
            + text
            + "&account_id="
            + text
            + "&tagged="
            + text);
  }

  @Test
  void no_body_makes_the_node_fail() {
    var bodies =
        List.of(
            new Body("application/json", "{\"status\":"),
            new Body("application/json", "[1,2]"),
            new Body("application/json", "{\"status\":{\"a\":[{\"b\":1}]},\"id\":[[1]]}"),
            new Body("application/json", "{\"status\":1,\"status\":2}"),
            new Body("application/json", "{\"status\":\"\\u0000\",\"note\":\"\\ud800\"}"),
            new Body("application/x-www-form-urlencoded", "status=%zz&=&a=%"),
            new Body("application/x-www-form-urlencoded", "status=%00"),
            new Body("multipart/form-data; boundary=x", "--x\r\nnonsense"),
            new Body("multipart/form-data", "--x--"),
            new Body("text/plain", "status=hello"),
            new Body("image/png", "\u0000\u0001"));
    for (var route : routes()) {
      if (route.method() == HttpMethod.GET) continue;
      for (var body : bodies) {
        var answer =
            alice
                .api()
                .raw(
                    route.method().name(),
                    route.filled("1"),
                    body.type(),
                    body.text().getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(route + " " + body).isLessThan(500);
      }
    }
  }

  private record Body(String type, String text) {}

  private static ApiAnswer send(ApiClient app, Mounted route, String value) {
    return send(app, route.method(), route.filled(value));
  }

  private static ApiAnswer send(ApiClient app, HttpMethod method, String path) {
    return switch (method.name()) {
      case "GET" -> app.get(path);
      case "POST" -> app.post(path);
      case "PUT" -> app.put(path);
      case "PATCH" -> app.patch(path);
      case "DELETE" -> app.delete(path);
      default -> throw new IllegalArgumentException(method.name());
    };
  }
}
