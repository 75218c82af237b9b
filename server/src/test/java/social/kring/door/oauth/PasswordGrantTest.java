package social.kring.door.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import social.kring.community.access.Access;
import social.kring.community.access.SignUps.Policy;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

class PasswordGrantTest {

  @Test
  void apps_get_a_token_for_a_password_where_the_operator_lets_them() {
    try (var server = server(true)) {
      server.account("alice");

      var given = ask(server, "alice", OauthServer.PASSWORD);
      assertThat(given.statusCode()).isEqualTo(200);
      var token = json(given).string("access_token").orElseThrow();
      assertThat(server.access.tokens().authenticate(server.town.database(), token).scopes().text())
          .isEqualTo("read");

      var wrong = ask(server, "alice", "wrong");
      assertThat(wrong.statusCode()).isEqualTo(400);
      assertThat(json(wrong).string("error")).contains("invalid_grant");
      assertThat(metadata(server)).contains("password");
    }
  }

  @Test
  void guessing_is_limited_as_on_the_page() {
    try (var server = server(true)) {
      server.account("alice");
      for (var i = 0; i < 10; i++) ask(server, "alice", "wrong" + i);

      var limited = ask(server, "alice", OauthServer.PASSWORD);

      assertThat(limited.statusCode()).isEqualTo(429);
      assertThat(limited.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void elsewhere_there_is_no_such_grant() {
    try (var server = server(false)) {
      server.account("alice");

      var refused = ask(server, "alice", OauthServer.PASSWORD);

      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(json(refused).string("error")).contains("unsupported_grant_type");
      assertThat(json(refused).string("error_description"))
          .contains("grant_type has to be one of authorization_code, client_credentials");
      assertThat(metadata(server)).doesNotContain("password");
    }
  }

  private static OauthServer server(boolean allowed) {
    return new OauthServer(new Access.Rules(Policy.OPEN, true, allowed, Optional.empty()));
  }

  private static java.util.List<String> metadata(OauthServer server) {
    return json(server.browser().get("/.well-known/oauth-authorization-server"))
        .strings("grant_types_supported");
  }

  private static HttpResponse<String> ask(OauthServer server, String name, String password) {
    var browser = server.browser();
    var app =
        json(
            browser.post(
                "/api/v1/apps",
                Map.of("client_name", "cli", "redirect_uris", "urn:ietf:wg:oauth:2.0:oob")));
    return browser.post(
        "/oauth/token",
        Map.of(
            "grant_type",
            "password",
            "client_id",
            app.string("client_id").orElseThrow(),
            "client_secret",
            app.string("client_secret").orElseThrow(),
            "username",
            name,
            "password",
            password,
            "scope",
            "read"));
  }

  private static Tree json(HttpResponse<String> answer) {
    return StrictJson.parse(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
