package social.kring.door.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OauthDoorTest {
  private static final String CALLBACK = "https://app.example/callback?from=kring";
  private static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";

  /** RFC 7636, Appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private OauthServer server;
  private Browser browser;
  private String clientId;
  private String clientSecret;

  @BeforeAll
  void open() {
    server = new OauthServer();
    server.account("alice");
  }

  @AfterAll
  void close() {
    server.close();
  }

  @BeforeEach
  void register() {
    browser = server.browser();
    var app =
        json(
            browser.post(
                "/api/v1/apps",
                Map.of(
                    "client_name", "Tusk",
                    "redirect_uris", CALLBACK + "\n" + OUT_OF_BAND,
                    "scopes", "read write follow")));
    clientId = app.string("client_id").orElseThrow();
    clientSecret = app.string("client_secret").orElseThrow();
  }

  @Test
  void an_app_registers_by_form_or_json_and_hears_what_it_registered() {
    var answer =
        json(
            browser.post(
                "/api/v1/apps",
                "application/json",
                """
                {"client_name":"Elk","redirect_uris":["https://a.example/1","https://a.example/2"],
                 "scopes":"read","website":"https://elk.example"}
                """));

    assertThat(answer.string("name")).contains("Elk");
    assertThat(answer.string("website")).contains("https://elk.example");
    assertThat(answer.strings("scopes")).containsExactly("read");
    assertThat(answer.strings("redirect_uris"))
        .containsExactly("https://a.example/1", "https://a.example/2");
    assertThat(answer.number("client_secret_expires_at")).contains(0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", ""})
  void an_app_cannot_register_an_address_that_runs_or_leads_nowhere(String uri) {
    var answer = browser.post("/api/v1/apps", Map.of("client_name", "Bad", "redirect_uris", uri));

    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void signing_in_and_consenting_sends_the_code_to_the_app_with_its_state() {
    var consent = signIn("alice", authorize(Map.of("scope", "read", "state", "a b&c")));
    assertThat(consent)
        .contains("person=@alice@town.example")
        .contains("app=Tusk")
        .contains("destination=app.example")
        .contains("may=Read everything that you can read, private messages included");

    var redirect = allow(consent);

    assertThat(redirect.statusCode()).isEqualTo(303);
    var location = redirect.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(CALLBACK + "&code=");
    assertThat(query(location)).containsEntry("state", "a b&c");

    var token = json(redeem(query(location).get("code"), CALLBACK, Map.of()));
    assertThat(token.string("token_type")).contains("Bearer");
    assertThat(token.string("scope")).contains("read");
    assertThat(token.number("created_at")).isPresent();
    var bearer = "Bearer " + token.string("access_token").orElseThrow();
    assertThat(
            json(browser.get("/oauth/userinfo", "Authorization", bearer))
                .string("preferred_username"))
        .contains("alice");
    assertThat(
            json(browser.get("/api/v1/apps/verify_credentials", "Authorization", bearer))
                .string("name"))
        .contains("Tusk");
  }

  @Test
  void an_app_that_cannot_be_sent_a_code_gets_it_by_hand() {
    var consent = signIn("alice", authorize(Map.of("redirect_uri", OUT_OF_BAND)));

    var page = allow(consent).body();

    assertThat(json(redeem(value(page, "code"), OUT_OF_BAND, Map.of())).has("access_token"))
        .isTrue();
  }

  @Test
  void the_address_with_a_slash_at_its_end_is_the_same() {
    var page = browser.get(authorize(Map.of()).replace("/oauth/authorize?", "/oauth/authorize/?"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).startsWith("sign-in");
  }

  @Test
  void a_challenge_binds_the_code_to_the_verifier() {
    var request = authorize(Map.of("code_challenge", CHALLENGE, "code_challenge_method", "S256"));
    var first = query(allow(signIn("alice", request)));
    assertThat(json(redeem(first.get("code"), CALLBACK, Map.of())).string("error"))
        .contains("invalid_grant");

    var again = query(allow(browser.get(request).body()));
    assertThat(redeem(again.get("code"), CALLBACK, Map.of("code_verifier", VERIFIER)).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "code_challenge_method, plain, invalid_request",
    "response_type, token, unsupported_response_type",
    "scope, read push, invalid_scope",
    "scope, no-such-scope, invalid_scope",
  })
  void what_is_wrong_with_a_request_is_told_to_the_app(String name, String value, String error) {
    var fields =
        new HashMap<>(Map.of("code_challenge", CHALLENGE, "code_challenge_method", "S256"));
    fields.put(name, value);

    var answer = browser.get(authorize(fields));

    assertThat(answer.statusCode()).isEqualTo(303);
    var location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(CALLBACK);
    assertThat(query(location)).containsEntry("error", error);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "https://app.example/callback?from=kring&x=1",
        "https://app.example/callback",
        "https://app.example/CALLBACK?from=kring",
      })
  void nobody_is_sent_to_an_address_that_the_app_did_not_register(String uri) {
    var answer = browser.get(authorize(Map.of("redirect_uri", uri)));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.body()).startsWith("problem=");
  }

  @Test
  void saying_no_is_told_to_the_app_and_gives_no_code() {
    var consent = signIn("alice", authorize(Map.of("state", "s")));

    var answer = browser.post("/oauth/authorize", fields(consent, Map.of("decision", "deny")));

    var location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(query(location)).containsEntry("error", "access_denied").containsEntry("state", "s");
    assertThat(query(location)).doesNotContainKey("code");
  }

  @Test
  void a_form_from_another_site_is_refused_without_effect() {
    var consent = signIn("alice", authorize(Map.of()));
    var forged = new HashMap<>(fields(consent, Map.of("decision", "allow")));

    forged.put("csrf", "made-up");
    assertThat(browser.post("/oauth/authorize", forged).statusCode()).isEqualTo(403);
    forged.remove("csrf");
    assertThat(browser.post("/oauth/authorize", forged).statusCode()).isEqualTo(403);
    assertThat(
            server
                .browser()
                .post("/oauth/authorize", fields(consent, Map.of("decision", "allow")))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_wrong_password_shows_the_form_again_with_the_name_and_no_session() {
    var form = browser.get(authorize(Map.of())).body();

    var answer =
        browser.post(
            "/oauth/sign-in",
            Map.of(
                "csrf",
                value(form, "csrf"),
                "next",
                value(form, "next"),
                "login",
                "alice",
                "password",
                "wrong"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).startsWith("sign-in").contains("login=alice");
    assertThat(value(answer.body(), "problem")).isNotEmpty();
    assertThat(browser.get(authorize(Map.of())).body()).startsWith("sign-in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example/", "//evil.example/", "/app", "/oauth/authorize?\r\nX: y"})
  void signing_in_leads_back_to_a_request_only(String next) {
    var form = browser.get(authorize(Map.of())).body();

    var answer =
        browser.post(
            "/oauth/sign-in",
            Map.of(
                "csrf",
                value(form, "csrf"),
                "next",
                next,
                "login",
                "alice",
                "password",
                OauthServer.PASSWORD));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void pages_cannot_be_framed_or_scripted_and_the_cookie_is_out_of_reach() {
    var page = browser.get(authorize(Map.of()));

    var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy)
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe-inline");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.toLowerCase(Locale.ROOT).contains("; httponly; samesite=lax"));
  }

  @Test
  void a_new_session_begins_with_every_sign_in() {
    signIn("alice", authorize(Map.of()));
    var first = sessions();

    signIn("alice", authorize(Map.of("force_login", "true")));

    assertThat(sessions()).hasSameSizeAs(first).isNotEqualTo(first);
  }

  @Test
  void a_wrong_secret_is_answered_401_and_a_code_is_left_as_it_was() {
    var code = query(allow(signIn("alice", authorize(Map.of())))).get("code");
    var right = clientSecret;

    clientSecret = "wrong";
    var refused = redeem(code, CALLBACK, Map.of());
    clientSecret = right;

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(json(refused).string("error")).contains("invalid_client");
    assertThat(redeem(code, CALLBACK, Map.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void tokens_are_given_for_form_multipart_and_json_and_for_basic_authentication() {
    var form =
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            clientId,
            "client_secret",
            clientSecret);
    var body = new StringBuilder();
    form.forEach(
        (name, value) ->
            body.append(
                "--x\r\nContent-Disposition: form-data; name=\""
                    + name
                    + "\"\r\n\r\n"
                    + value
                    + "\r\n"));
    var basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));

    assertThat(browser.post("/oauth/token", form).statusCode()).isEqualTo(200);
    assertThat(
            browser
                .post("/oauth/token", "multipart/form-data; boundary=x", body + "--x--\r\n")
                .statusCode())
        .isEqualTo(200);
    assertThat(
            browser.post("/oauth/token", "application/json", Tree.of(form).toString()).statusCode())
        .isEqualTo(200);
    assertThat(
            browser
                .post(
                    "/oauth/token",
                    Map.of("grant_type", "client_credentials"),
                    "Authorization",
                    basic)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void other_grants_are_not_supported() {
    var form =
        Map.of("grant_type", "password", "client_id", clientId, "client_secret", clientSecret);

    var answer = browser.post("/oauth/token", form);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).string("error")).contains("unsupported_grant_type");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void a_revoked_token_is_of_no_use_and_revoking_again_is_no_error() {
    var token =
        json(redeem(
                query(allow(signIn("alice", authorize(Map.of())))).get("code"), CALLBACK, Map.of()))
            .string("access_token")
            .orElseThrow();
    var form = Map.of("token", token, "client_id", clientId, "client_secret", clientSecret);

    assertThat(browser.post("/oauth/revoke", form).statusCode()).isEqualTo(200);
    assertThat(browser.post("/oauth/revoke", form).statusCode()).isEqualTo(200);

    var answer = browser.get("/oauth/userinfo", "Authorization", "Bearer " + token);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).string("error")).contains("invalid_token");
  }

  @Test
  void the_metadata_says_what_is_there() {
    var metadata = json(browser.get("/.well-known/oauth-authorization-server"));

    assertThat(metadata.strings("code_challenge_methods_supported")).containsExactly("S256");
    assertThat(metadata.strings("scopes_supported")).contains("read", "write:statuses", "push");
    assertThat(metadata.string("token_endpoint").orElseThrow()).endsWith("/oauth/token");
  }

  private List<String> sessions() {
    return server
        .town
        .database()
        .list("SELECT id::text AS id FROM browser_session", row -> row.getString("id"))
        .stream()
        .toList();
  }

  private String authorize(Map<String, String> changed) {
    var fields = new HashMap<>(Map.of("response_type", "code", "client_id", clientId));
    fields.put("redirect_uri", CALLBACK);
    fields.put("scope", "read");
    fields.putAll(changed);
    return "/oauth/authorize?" + Browser.encoded(fields);
  }

  /** Signs in on the page that a request leads to; what comes is the page of consent. */
  private String signIn(String login, String request) {
    var form = browser.get(request).body();
    assertThat(form).startsWith("sign-in");
    var answer =
        browser.post(
            "/oauth/sign-in",
            Map.of(
                "csrf",
                value(form, "csrf"),
                "next",
                value(form, "next"),
                "login",
                login,
                "password",
                OauthServer.PASSWORD));
    assertThat(answer.statusCode()).isEqualTo(303);
    var consent = browser.get(answer.headers().firstValue("Location").orElseThrow()).body();
    assertThat(consent).startsWith("consent");
    return consent;
  }

  private HttpResponse<String> allow(String consent) {
    return browser.post("/oauth/authorize", fields(consent, Map.of("decision", "allow")));
  }

  private HttpResponse<String> redeem(String code, String redirectUri, Map<String, String> more) {
    var form = new HashMap<>(Map.of("grant_type", "authorization_code", "code", code));
    form.put("redirect_uri", redirectUri);
    form.put("client_id", clientId);
    form.put("client_secret", clientSecret);
    form.putAll(more);
    return browser.post("/oauth/token", form);
  }

  private static Map<String, String> fields(String consent, Map<String, String> more) {
    var fields = new HashMap<String, String>();
    for (var name :
        List.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "code_challenge",
            "code_challenge_method",
            "csrf")) {
      if (consent.contains("\n" + name + "=")) fields.put(name, value(consent, name));
    }
    fields.putAll(more);
    return fields;
  }

  private static String value(String page, String name) {
    return Arrays.stream(page.split("\n"))
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> query(HttpResponse<String> redirect) {
    return query(redirect.headers().firstValue("Location").orElseThrow());
  }

  private static Map<String, String> query(String location) {
    var query = new HashMap<String, String>();
    for (var part : URI.create(location).getRawQuery().split("&")) {
      var equals = part.indexOf('=');
      query.put(
          part.substring(0, equals),
          URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return query;
  }

  private static Tree json(HttpResponse<String> answer) {
    return StrictJson.parse(answer.body());
  }
}
