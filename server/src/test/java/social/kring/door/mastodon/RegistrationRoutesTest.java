package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.kring.community.access.Applications.NewApplication;
import social.kring.community.access.Role;
import social.kring.community.access.Scopes;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiClient;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

class RegistrationRoutesTest {
  private ApiTown town;

  @BeforeEach
  void open() {
    town = new ApiTown();
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void an_app_signs_somebody_up_and_its_token_is_of_use_once_the_address_is_confirmed() {
    var answer = signUp(app("read write"), "nora");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.get("token_type")).isEqualTo("Bearer");
    assertThat(answer.get("scope")).isEqualTo("read write");
    var nora = town.api(answer.get("access_token"));
    var early = nora.get("/api/v1/accounts/verify_credentials");
    assertThat(early.status()).isEqualTo(403);
    assertThat(early.get("error")).isEqualTo("Your login is missing a confirmed e-mail address");
    assertThat(nora.get("/api/v1/emails/check_confirmation").text()).isEqualTo("false");

    confirm("nora");

    assertThat(nora.get("/api/v1/emails/check_confirmation").text()).isEqualTo("true");
    assertThat(nora.get("/api/v1/accounts/verify_credentials").get("username")).isEqualTo("nora");
  }

  @Test
  void nobody_hears_of_her_before() {
    signUp(app("read write"), "nora");
    var lookup = "/api/v1/accounts/lookup?acct=nora";
    assertThat(town.api().get(lookup).status()).isEqualTo(404);

    confirm("nora");

    assertThat(town.api().get(lookup).status()).isEqualTo(200);
  }

  @Test
  void what_is_wrong_is_told_by_field() {
    town.person("taken");

    var answer =
        app("write")
            .post(
                "/api/v1/accounts",
                "username",
                "taken",
                "email",
                "fresh@mail.example",
                "password",
                "correct horse",
                "agreement",
                "true");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.get("error")).isEqualTo("Validation failed: Username has already been taken");
    assertThat(answer.at("/details/username/0/error").asText()).isEqualTo("ERR_TAKEN");

    var disagreed = app("write").json("POST", "/api/v1/accounts", "{\"username\": \"\"}");
    assertThat(disagreed.status()).isEqualTo(422);
    assertThat(disagreed.at("/details/agreement/0/error").asText()).isEqualTo("ERR_ACCEPTED");
    assertThat(disagreed.at("/details/username/0/error").asText()).isEqualTo("ERR_BLANK");
  }

  @Test
  void only_an_app_signs_people_up_with_a_scope_that_fits() {
    assertThat(signUp(app("read"), "nora").status()).isEqualTo(403);
    assertThat(signUp(town.api(), "nora").status()).isEqualTo(401);
    assertThat(signUp(town.person("alice").api(), "nora").status()).isEqualTo(403);
    assertThat(town.api().get("/api/v1/accounts/lookup?acct=nora").status()).isEqualTo(404);
  }

  @Test
  void an_app_is_nobody_where_somebody_is_needed() {
    var answer = app("read write").get("/api/v1/accounts/verify_credentials");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.get("error"))
        .isEqualToIgnoringCase("This method requires an authenticated user");
  }

  @Test
  void the_link_is_sent_again_for_the_app_that_signed_her_up_as_long_as_it_is_needed() {
    var nora = town.api(signUp(app("read write"), "nora").get("access_token"));
    var path = "/api/v1/emails/confirmations";
    assertThat(nora.post(path, "email", "corrected@mail.example").status()).isEqualTo(200);
    assertThat(nora.post(path, "email", "no address").status()).isEqualTo(422);
    var other = town.token(actor("nora"), "read write");
    assertThat(town.api(other).post(path).status()).isEqualTo(403);

    confirm("nora");

    assertThat(nora.post(path).status()).isEqualTo(403);
  }

  @Test
  void moderators_see_who_came_and_let_them_in_or_not() {
    var mora = town.person("mora");
    role(mora, Role.MODERATOR);
    var admin = mora.api("admin:read admin:write");
    signUp(app("read write"), "nora");

    var waiting = admin.get("/api/v1/admin/accounts?pending=true");
    assertThat(waiting.at("/0/username").asText()).isEqualTo("nora");
    assertThat(waiting.at("/0/confirmed").asBoolean()).isFalse();
    assertThat(waiting.at("/0/email").asText()).isEqualTo("nora@mail.example");
    assertThat(waiting.at("/0/suspended").asBoolean()).isFalse();
    assertThat(waiting.at("/0/domain").isNull()).isTrue();
    assertThat(waiting.at("/0/created_by_application_id").asText()).isNotBlank();
    assertThat(waiting.at("/0/invited_by_account_id").isMissingNode()).isTrue();
    var nora = waiting.at("/0/id").asText();
    assertThat(admin.post("/api/v1/admin/accounts/" + nora + "/approve").status()).isEqualTo(200);
    assertThat(admin.post("/api/v1/admin/accounts/" + nora + "/reject").status()).isEqualTo(403);
    assertThat(admin.get("/api/v2/admin/accounts?status=active").at("/0/username").asText())
        .isEqualTo("mora");
  }

  @Test
  void who_is_disabled_is_told_so_until_enabled_again_and_nobody_disables_her_equal() {
    var mora = town.person("mora");
    role(mora, Role.MODERATOR);
    var bob = town.person("bob");
    var admin = mora.api("admin:read admin:write");
    var path = "/api/v1/admin/accounts/";

    assertThat(admin.post(path + bob.id() + "/action", "type", "disable").status()).isEqualTo(200);
    var told = bob.api().get("/api/v1/accounts/verify_credentials");
    assertThat(told.status()).isEqualTo(403);
    assertThat(told.get("error")).isEqualTo("Your login is currently disabled");

    admin.post(path + bob.id() + "/enable");
    assertThat(bob.api().get("/api/v1/accounts/verify_credentials").status()).isEqualTo(200);
    assertThat(admin.post(path + mora.id() + "/action", "type", "disable").status()).isEqualTo(403);
  }

  @Test
  void who_has_neither_role_nor_scope_sees_nobody_and_lets_nobody_in() {
    signUp(app("read write"), "nora");
    var path = "/api/v1/admin/accounts";
    var member = town.person("mel");
    var moderator = town.person("mora");
    role(moderator, Role.MODERATOR);
    var scoped = member.api("admin:read admin:write");

    for (var api : List.of(scoped, moderator.api())) {
      assertThat(api.get(path).status()).isEqualTo(403);
      assertThat(api.post(path + "/" + actor("nora") + "/approve").status()).isEqualTo(403);
      assertThat(api.post(path + "/" + actor("nora") + "/reject").status()).isEqualTo(403);
    }
    assertThat(actor("nora")).isPositive();
  }

  @Test
  void invites_are_made_listed_and_taken_back_and_their_code_is_shown_once() {
    var alice = town.person("alice");
    var made = alice.api().post("/api/kring/v1/invites", "note", "for nora", "max_uses", "1");
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.get("url")).endsWith("/oauth/sign-up?invite=" + made.get("code"));

    var listed = alice.api().get("/api/kring/v1/invites");
    assertThat(listed.at("/0/note").asText()).isEqualTo("for nora");
    assertThat(listed.text()).doesNotContain(made.get("code"));
    var bob = town.person("bob");
    assertThat(bob.api().delete("/api/kring/v1/invites/" + made.get("id")).status()).isEqualTo(404);
    assertThat(alice.api().delete("/api/kring/v1/invites/" + made.get("id")).status())
        .isEqualTo(200);

    var late = signUp(app("read write"), "nora", "invite_code", made.get("code"));
    assertThat(late.at("/details/invite_code/0/error").asText()).isEqualTo("ERR_INVALID");
  }

  private ApiAnswer signUp(ApiClient app, String name, String... more) {
    var form =
        new java.util.ArrayList<>(
            List.of(
                "username", name,
                "email", name + "@mail.example",
                "password", "correct horse battery",
                "agreement", "true",
                "locale", "en"));
    form.addAll(List.of(more));
    return app.post("/api/v1/accounts", form.toArray(String[]::new));
  }

  private ApiClient app(String scopes) {
    var wanted =
        new NewApplication(
            "Tusk",
            Optional.empty(),
            List.of("https://app.example/callback"),
            Scopes.parse(scopes));
    return town.api(
        town.square()
            .database()
            .transaction(
                tx ->
                    town.access()
                        .tokens()
                        .issueToApplication(
                            tx,
                            town.access().applications().register(tx, wanted).application(),
                            Scopes.parse(scopes)))
            .secret()
            .text());
  }

  private void confirm(String name) {
    var link = town.access().emails().linkByOperator(actor(name)).orElseThrow();
    town.access().emails().confirm(link.substring(link.indexOf("token=") + 6));
  }

  private void role(Resident person, Role role) {
    town.square()
        .town()
        .change(tx -> town.access().accounts().setRole(tx, person.actor().id(), role));
  }

  private long actor(String name) {
    return town.square()
        .database()
        .one(
            "SELECT id FROM actor WHERE local AND name = $1",
            io.vertx.sqlclient.Tuple.of(name),
            row -> row.getLong("id"))
        .orElseThrow();
  }
}
