package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.community.house.Announcement.Span;
import social.kring.community.house.House;
import social.kring.community.house.HouseSetting;
import social.kring.federation.actors.InstanceActor;
import social.kring.testing.ApiClient;
import social.kring.testing.ApiTown;
import social.kring.testing.PictureFiles;
import social.kring.testing.Resident;
import social.kring.testing.Town;

/** What the node says of itself, its rules, announcements and emoji. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseRoutesTest {
  private static final String EMOJI = "/api/v1/admin/custom_emojis";

  private final EntityRules rules = EntityRules.read(true);
  private ApiTown town;
  private House house;
  private Resident alice;
  private Resident ada;

  @BeforeAll
  void open() {
    town = new ApiTown();
    house = House.on(town.square().town().foundation());
    InstanceActor.open(
        town.square().database(), town.square().town().foundation().actors(), Town.DOMAIN);
    alice = town.person("alice");
    ada = town.person("ada");
    town.square()
        .database()
        .execute(
            "UPDATE account SET role = 'admin' WHERE actor_id = $1",
            Tuple.of(ada.neighbour().id()));
  }

  @AfterAll
  void close() {
    town.close();
  }

  private void say(HouseSetting setting, String value) {
    house.charter().say(town.square().database(), setting, value);
  }

  private ApiClient admin() {
    return ada.api("read admin:write");
  }

  @Test
  void what_the_keepers_say_is_shown_at_once_and_else_what_is_usual() {
    assertThat(town.api().get("/api/v2/instance").get("title")).isEqualTo("Town");
    assertThat(town.api().get("/api/v1/instance/privacy_policy").status()).isEqualTo(404);

    say(HouseSetting.TITLE, "Old Town");
    say(HouseSetting.CONTACT_EMAIL, "ada@mail.example");
    say(HouseSetting.CONTACT_ACCOUNT, "@ada");
    say(HouseSetting.LANGUAGES, "de, en");
    say(HouseSetting.PRIVACY_POLICY, "We keep <little>.");
    say(HouseSetting.TERMS_OF_SERVICE, "Be kind.");

    var instance = town.api().get("/api/v2/instance");
    assertThat(instance.get("title")).isEqualTo("Old Town");
    assertThat(instance.at("/contact/email").asText()).isEqualTo("ada@mail.example");
    assertThat(instance.at("/contact/account/username").asText()).isEqualTo("ada");
    assertThat(instance.at("/languages/0").asText()).isEqualTo("de");
    assertThat(rules.violations("Instance", instance.json())).isEmpty();
    assertThat(rules.violations("V1_Instance", town.api().get("/api/v1/instance").json()))
        .isEmpty();
    assertThat(town.api().get("/api/v1/instance/languages").at("/0/name").asText())
        .isEqualTo("German");
    var policy = town.api().get("/api/v1/instance/privacy_policy");
    assertThat(policy.get("content")).contains("We keep &lt;little");
    assertThat(rules.violations("PrivacyPolicy", policy.json())).isEmpty();
    assertThat(
            rules.violations(
                "TermsOfService", town.api().get("/api/v1/instance/terms_of_service").json()))
        .isEmpty();

    say(HouseSetting.TITLE, "");
    assertThat(town.api().get("/api/v2/instance").get("title")).isEqualTo("Town");
  }

  @Test
  void whom_the_node_knows_and_blocks_is_shown_as_its_keepers_want() {
    assertThat(town.api().get("/api/v1/instance/peers").status()).isEqualTo(404);
    assertThat(town.api().get("/api/v1/instance/domain_blocks").status()).isEqualTo(200);

    say(HouseSetting.SHOW_PEERS, "true");
    say(HouseSetting.SHOW_DOMAIN_BLOCKS, "users");

    assertThat(town.api().get("/api/v1/instance/peers").status()).isEqualTo(200);
    assertThat(town.api().get("/api/v1/instance/domain_blocks").status()).isEqualTo(404);
    assertThat(alice.api().get("/api/v1/instance/domain_blocks").status()).isEqualTo(200);
    assertThatThrownBy(() -> say(HouseSetting.SHOW_PEERS, "maybe"))
        .hasMessageContaining("show_peers");
  }

  @Test
  void rules_are_shown_with_their_translations_until_they_are_taken_back() {
    var database = town.square().database();
    var rule = house.rules().add(database, "Be kind", "Also to newcomers");
    house.rules().translate(database, rule.id(), "de", "Sei nett", "");

    var shown = town.api().get("/api/v1/instance/rules");
    assertThat(shown.at("/0/text").asText()).isEqualTo("Be kind");
    assertThat(shown.at("/0/translations/de/text").asText()).isEqualTo("Sei nett");
    assertThat(rules.violations("Rule", shown.json().get(0))).isEmpty();
    assertThat(
            alice
                .api()
                .post("/api/v1/reports", "account_id", ada.id(), "rule_ids[]", "" + rule.id())
                .get("category"))
        .isEqualTo("violation");

    house.rules().withdraw(database, rule.id());
    assertThat(town.api().get("/api/v1/instance/rules").json()).isEmpty();
  }

  @Test
  void announcements_are_read_dismissed_and_reacted_to() {
    var database = town.square().database();
    var now = town.square().town().clock().instant();
    var id = announce("Party tonight", now, Optional.empty());
    announce("Not yet", now.plus(Duration.ofDays(1)), Optional.empty());
    announce("Over", now.minus(Duration.ofDays(2)), Optional.of(now.minus(Duration.ofDays(1))));
    var path = "/api/v1/announcements/" + id;

    assertThat(alice.api().put(path + "/reactions/%F0%9F%8E%89").status()).isEqualTo(200);
    assertThat(ada.api().put(path + "/reactions/%F0%9F%8E%89").status()).isEqualTo(200);
    assertThat(alice.api().put(path + "/reactions/nonsense").status()).isEqualTo(422);
    assertThat(alice.api().post("/api/v1/announcements/1/dismiss").status()).isEqualTo(404);
    assertThat(alice.api().post(path + "/dismiss").status()).isEqualTo(200);

    var told = alice.api().get("/api/v1/announcements");
    assertThat(told.each("content")).containsExactly("<p>Party tonight</p>");
    assertThat(told.at("/0/read").asBoolean()).isTrue();
    assertThat(told.at("/0/reactions/0/count").asInt()).isEqualTo(2);
    assertThat(told.at("/0/reactions/0/me").asBoolean()).isTrue();
    assertThat(rules.violations("Announcement", told.json().get(0))).isEmpty();
    assertThat(ada.api().get("/api/v1/announcements").at("/0/read").asBoolean()).isFalse();

    alice.api().delete(path + "/reactions/%F0%9F%8E%89");
    assertThat(alice.api().get("/api/v1/announcements").at("/0/reactions/0/count").asInt())
        .isEqualTo(1);
    house.announcements().remove(database, id);
    assertThat(alice.api().get("/api/v1/announcements").json()).isEmpty();
  }

  private long announce(String text, java.time.Instant at, Optional<java.time.Instant> end) {
    return house
        .announcements()
        .add(town.square().database(), text, new Span(Optional.empty(), end, false, at));
  }

  @Test
  void an_emoji_that_an_admin_adds_is_used_in_posts_and_names() {
    var png = PictureFiles.png(64, 64);
    assertThat(
            alice
                .api("admin:write")
                .upload("POST", EMOJI, "image", png, "shortcode", "cat")
                .status())
        .isEqualTo(403);
    assertThat(admin().upload("POST", EMOJI, "image", png, "shortcode", "a cat").status())
        .isEqualTo(422);
    assertThat(
            admin()
                .upload(
                    "POST",
                    EMOJI,
                    "image",
                    "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    "shortcode",
                    "cat")
                .status())
        .isEqualTo(422);

    var added = admin().upload("POST", EMOJI, "image", png, "shortcode", "cat", "category", "pets");

    assertThat(added.status()).as(added.text()).isEqualTo(200);
    var all = town.api().get("/api/v1/custom_emojis");
    assertThat(all.each("shortcode")).containsExactly("cat");
    assertThat(all.at("/0/category").asText()).isEqualTo("pets");
    assertThat(rules.violations("CustomEmoji", all.json().get(0))).isEmpty();
    var post = alice.posts("a :cat: and a :dog:");
    assertThat(post.at("/emojis")).hasSize(1);
    assertThat(post.at("/emojis/0/shortcode").asText()).isEqualTo("cat");
    var named =
        alice.api().patch("/api/v1/accounts/update_credentials", "display_name", "Alice :cat:");
    assertThat(named.at("/emojis/0/shortcode").asText()).isEqualTo("cat");
    var id =
        announce("For :cat: and :dog:", town.square().town().clock().instant(), Optional.empty());
    var announced = alice.api().get("/api/v1/announcements");
    assertThat(announced.at("/0/emojis")).hasSize(1);
    assertThat(announced.at("/0/emojis/0/shortcode").asText()).isEqualTo("cat");
    house.announcements().remove(town.square().database(), id);
    var edited = alice.api().put("/api/v1/statuses/" + post.id(), "status", "no pet");
    assertThat(edited.at("/emojis")).isEmpty();

    assertThat(admin().upload("POST", EMOJI, "image", png, "shortcode", "cat").status())
        .isIn(409, 422);
    assertThat(admin().delete(EMOJI + "/cat").status()).isEqualTo(200);
    assertThat(admin().delete(EMOJI + "/cat").status()).isEqualTo(404);
    assertThat(town.api().get("/api/v1/custom_emojis").json()).isEmpty();
  }

  @Test
  void there_are_no_more_emoji_than_are_listed() {
    var database = town.square().database();
    database.execute(
        """
        INSERT INTO custom_emoji (shortcode, url, added_at)
        SELECT 'many_' || n, 'https://town.example/many.png', now()
          FROM generate_series(1, 2000) AS n
        """);

    var refused =
        admin().upload("POST", EMOJI, "image", PictureFiles.png(64, 64), "shortcode", "more");

    assertThat(refused.status()).isIn(409, 422);
    assertThat(refused.get("error")).contains("2000");
    database.execute("DELETE FROM custom_emoji WHERE shortcode LIKE 'many%'");
  }
}
