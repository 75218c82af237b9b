package social.kring.community.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.community.access.Codes.Redemption;
import social.kring.protocol.Problem;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  /** Of that verifier: both are from RFC 7636, Appendix B. */
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private Gate gate;
  private Account alice;
  private Application app;
  private int made;

  @BeforeAll
  void open() {
    gate = new Gate();
  }

  @AfterAll
  void close() {
    gate.close();
  }

  @BeforeEach
  void register() {
    alice = gate.account("alice" + made++);
    app = gate.application("read write").application();
  }

  @Test
  void a_code_gives_a_token_that_speaks_for_the_person_within_its_scopes() {
    var code = code(Optional.empty(), "read");

    var issued = redeem(app, code, Gate.CALLBACK, Optional.empty()).orElseThrow();

    var authorization = authenticate(issued.secret().text());
    assertThat(authorization.requireAccount()).isEqualTo(alice);
    assertThat(authorization.application()).contains(app.id());
    assertThat(authorization.require("read:statuses")).isNotNull();
    assertThatThrownBy(() -> authorization.require("write:statuses"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("write:statuses");
  }

  @Test
  void a_code_that_comes_twice_gives_nothing_and_takes_back_the_token() {
    var code = code(Optional.empty(), "read");
    var issued = redeem(app, code, Gate.CALLBACK, Optional.empty()).orElseThrow();

    assertThat(redeem(app, code, Gate.CALLBACK, Optional.empty())).isEmpty();

    assertThat(refused(issued.secret().text()).kind()).isEqualTo(Problem.Kind.UNAUTHENTICATED);
  }

  @Test
  void a_code_lives_five_minutes() {
    var code = code(Optional.empty(), "read");
    gate.town.clock().advance(Duration.ofMinutes(5));

    assertThat(redeem(app, code, Gate.CALLBACK, Optional.empty())).isEmpty();
  }

  @Test
  void a_code_that_nobody_redeemed_ends_with_the_password() {
    var code = code(Optional.empty(), "read");

    gate.access
        .accounts()
        .setPassword(gate.town.database(), alice.actor(), "another horse, another battery");

    assertThat(redeem(app, code, Gate.CALLBACK, Optional.empty())).isEmpty();
  }

  @Test
  void a_code_is_of_use_to_its_own_app_and_redirect_uri_only() {
    var other = gate.application("read write").application();
    var code = code(Optional.empty(), "read");

    assertThat(redeem(other, code, Gate.CALLBACK, Optional.empty())).isEmpty();
    assertThat(redeem(app, code, Application.OUT_OF_BAND, Optional.empty())).isEmpty();
    assertThat(redeem(app, code, Gate.CALLBACK, Optional.empty())).isPresent();
  }

  @Test
  void a_code_with_a_challenge_needs_its_verifier() {
    var code = code(Optional.of(CHALLENGE), "read");

    assertThat(redeem(app, code, Gate.CALLBACK, Optional.empty())).isEmpty();
    assertThat(redeem(app, code, Gate.CALLBACK, Optional.of(CHALLENGE))).isEmpty();
    assertThat(redeem(app, code, Gate.CALLBACK, Optional.of(VERIFIER))).isPresent();
  }

  @Test
  void a_verifier_without_a_challenge_is_refused() {
    var code = code(Optional.empty(), "read");

    assertThat(redeem(app, code, Gate.CALLBACK, Optional.of(VERIFIER))).isEmpty();
  }

  @Test
  void no_app_gets_scopes_that_it_did_not_register() {
    assertThatThrownBy(() -> code(Optional.empty(), "read push"))
        .hasMessageContaining("did not register the scopes \"push read\"");
    assertThatThrownBy(
            () ->
                gate.town.change(
                    tx ->
                        gate.access
                            .tokens()
                            .issueToApplication(tx, app, Scopes.parse("follow push"))))
        .isInstanceOf(Problem.class);
  }

  @Test
  void an_app_that_speaks_for_itself_speaks_for_nobody() {
    var issued =
        gate.town
            .database()
            .transaction(tx -> gate.access.tokens().issueToApplication(tx, app, Scopes.DEFAULT));

    var authorization = authenticate(issued.secret().text());

    assertThat(authorization.account()).isEmpty();
    assertThatThrownBy(authorization::requireAccount).isInstanceOf(Problem.class);
  }

  @Test
  void only_the_app_that_holds_a_token_revokes_it() {
    var other = gate.application("read").application();
    var token =
        redeem(app, code(Optional.empty(), "read"), Gate.CALLBACK, Optional.empty()).orElseThrow();
    var text = token.secret().text();

    gate.town.change(tx -> gate.access.tokens().revoke(tx, other, text));
    assertThat(authenticate(text).requireAccount()).isEqualTo(alice);

    gate.town.change(tx -> gate.access.tokens().revoke(tx, app, text));
    assertThat(refused(text).kind()).isEqualTo(Problem.Kind.UNAUTHENTICATED);
  }

  @Test
  void whatever_ends_a_token_is_in_the_log_and_whoever_asks_hears_it_too() {
    var kept = redeem(app, code(Optional.empty(), "read"), Gate.CALLBACK, Optional.empty());
    var ended = redeem(app, code(Optional.empty(), "read"), Gate.CALLBACK, Optional.empty());
    var first = authenticate(kept.orElseThrow().secret().text()).token();
    var second = authenticate(ended.orElseThrow().secret().text()).token();

    gate.town.change(tx -> gate.access.sessionList().end(tx, second, alice.actor()));
    assertThat(stillGood(first, second)).containsExactly(first);

    gate.access
        .accounts()
        .setPassword(gate.town.database(), alice.actor(), "another horse, another battery");
    assertThat(stillGood(first, second)).isEmpty();
    assertThat(gate.town.kinds()).contains("token.revoked", "account.password_changed");
  }

  private java.util.Set<Long> stillGood(Long... tokens) {
    return gate.access.tokens().stillGood(gate.town.database(), java.util.List.of(tokens));
  }

  @Test
  void a_token_made_by_the_operator_stands_in_the_list_of_sessions() {
    var issued =
        gate.town
            .database()
            .transaction(
                tx ->
                    gate.access
                        .tokens()
                        .issueByOperator(tx, alice.actor(), Scopes.parse("read"), "root"));

    assertThat(authenticate(issued.secret().text()).requireAccount()).isEqualTo(alice);
    var sessions = gate.access.sessionList().of(gate.town.database(), alice.actor());
    assertThat(sessions).hasSize(1);
    assertThat(sessions.getFirst().kind()).isEqualTo(SessionEntry.Kind.OPERATOR);
    assertThat(sessions.getFirst().description()).startsWith("made by operator root at 2026-");
    assertThat(gate.town.kinds()).contains("token.made_by_operator");
  }

  @Test
  void a_browser_session_is_found_by_its_cookie_until_it_ends() {
    var sessions = gate.access.browserSessions();
    var cookie = gate.town.database().transaction(tx -> sessions.begin(tx, alice, "Browser/1"));

    assertThat(sessions.find(gate.town.database(), cookie.text())).contains(alice);
    assertThat(sessions.find(gate.town.database(), "x" + cookie.text())).isEmpty();

    gate.town.change(tx -> sessions.end(tx, cookie.text()));
    assertThat(sessions.find(gate.town.database(), cookie.text())).isEmpty();
  }

  @Test
  void a_browser_session_that_nobody_used_for_a_month_is_over() {
    var sessions = gate.access.browserSessions();
    var cookie = gate.town.database().transaction(tx -> sessions.begin(tx, alice, "Browser/1"));
    gate.town.clock().advance(Duration.ofDays(31));

    assertThat(sessions.find(gate.town.database(), cookie.text())).isEmpty();
  }

  @Test
  void no_secret_is_stored_as_it_is() {
    var code = code(Optional.empty(), "read");
    var token = redeem(app, code, Gate.CALLBACK, Optional.empty()).orElseThrow().secret().text();

    for (var secret : new String[] {code.text(), token}) {
      assertThat(stored()).doesNotContain(secret).doesNotContain(hex(secret));
    }
  }

  @Test
  void sweeping_keeps_what_is_in_use() {
    var issued =
        redeem(app, code(Optional.empty(), "read"), Gate.CALLBACK, Optional.empty()).orElseThrow();
    var unused = gate.application("read").application();
    gate.town.clock().advance(Duration.ofDays(3));

    gate.access
        .capability()
        .jobs()
        .getFirst()
        .run(social.kring.protocol.json.Tree.builder().build());

    assertThat(authenticate(issued.secret().text()).requireAccount()).isEqualTo(alice);
    assertThat(gate.access.applications().byClientId(gate.town.database(), app.clientId()))
        .isPresent();
    assertThat(gate.access.applications().byClientId(gate.town.database(), unused.clientId()))
        .isEmpty();
  }

  private String stored() {
    return String.join(
            "\n",
            gate.town
                .database()
                .list("SELECT t::text AS row FROM access_token t", row -> row.getString("row")))
        + gate.town
            .database()
            .list("SELECT t::text AS row FROM oauth_code t", row -> row.getString("row"));
  }

  private static String hex(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private Secret code(Optional<String> challenge, String scopes) {
    var grant = new Grant(app.id(), alice.actor(), Gate.CALLBACK, Scopes.parse(scopes), challenge);
    return gate.town.database().transaction(tx -> gate.access.codes().issue(tx, app, grant));
  }

  private Optional<Tokens.Issued> redeem(
      Application by, Secret code, String redirectUri, Optional<String> verifier) {
    var redemption = new Redemption(by, code.text(), redirectUri, verifier);
    return gate.town.database().transaction(tx -> gate.access.codes().redeem(tx, redemption));
  }

  private Authorization authenticate(String token) {
    return gate.access.tokens().authenticate(gate.town.database(), token);
  }

  private Problem refused(String token) {
    return catchThrowableOfType(Problem.class, () -> authenticate(token));
  }
}
