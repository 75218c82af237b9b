package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiClient;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialRoutesTest {
  private static final String UPDATE = "/api/v1/accounts/update_credentials";

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

  @Test
  void a_profile_is_changed_by_form_multipart_or_json() {
    var form = alice.api().patch(UPDATE, "display_name", "Alice A.", "note", "I am #here");
    var multipart =
        alice
            .api()
            .multipart(
                "PATCH",
                UPDATE,
                "fields_attributes[0][name]",
                "Site",
                "fields_attributes[0][value]",
                "https://a.example",
                "fields_attributes[1][name]",
                "Pronouns",
                "fields_attributes[1][value]",
                "she");
    var json =
        alice
            .api()
            .json(
                "PATCH",
                UPDATE,
                """
                {"locked":true,"bot":true,"discoverable":true,"indexable":true,
                 "hide_collections":true,"attribution_domains":["a.example"],
                 "source":{"privacy":"unlisted"}}
                """);

    assertThat(form.get("note")).startsWith("<p>I am <a href=");
    assertThat(form.at("/source/note").asText()).isEqualTo("I am #here");
    assertThat(multipart.at("/fields/1/value").asText()).isEqualTo("she");
    assertThat(multipart.at("/source/fields/0/value").asText()).isEqualTo("https://a.example");
    assertThat(json.get("display_name")).isEqualTo("Alice A.");
    for (var flag : new String[] {"locked", "bot", "discoverable", "indexable"}) {
      assertThat(json.get(flag)).as(flag).isEqualTo("true");
    }
    assertThat(json.at("/source/privacy").asText()).isEqualTo("unlisted");
    assertThat(json.at("/source/attribution_domains/0").asText()).isEqualTo("a.example");
    assertThat(json.at("/fields/0/name").asText()).isEqualTo("Site");
    assertThat(alice.api().get("/api/v1/preferences").get("posting:default:visibility"))
        .isEqualTo("unlisted");
    assertThat(
            alice
                .api()
                .json("PATCH", UPDATE, "{\"fields_attributes\":[{\"name\":\"\",\"value\":\"\"}]}")
                .at("/fields")
                .size())
        .isZero();
  }

  @Test
  void what_is_too_long_is_refused_by_name_and_nothing_changes() {
    var bob = town.person("bob");

    var answer =
        bob.api().patch(UPDATE, "note", "fine", "display_name", "x".repeat(101), "locked", "true");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.get("error")).contains("display_name");
    var me = bob.api().get("/api/v1/accounts/verify_credentials");
    assertThat(me.at("/source/note").asText()).isEmpty();
    assertThat(me.get("locked")).isEqualTo("false");
    assertThat(bob.api().patch(UPDATE, "source[privacy]", "secret").status()).isEqualTo(422);
  }

  @Test
  void pictures_are_taken_shown_and_let_go() {
    var uploaded = upload(alice.api(), "avatar", "image/png", png());

    assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(200);
    assertThat(uploaded.get("avatar")).startsWith("https://town.example/media/");
    assertThat(uploaded.get("header")).endsWith("/images/header.png");

    var deleted = alice.api().delete("/api/v1/profile/avatar");

    assertThat(deleted.get("avatar")).endsWith("/images/avatar.png");
  }

  @Test
  void what_is_no_picture_is_refused() {
    var answer =
        upload(alice.api(), "header", "image/png", "<svg/>".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.get("error")).contains("header");
  }

  @Test
  void nothing_is_uploaded_by_nobody() {
    assertThat(upload(town.api(), "avatar", "image/png", png()).status()).isEqualTo(401);
  }

  @Test
  void an_app_that_may_read_the_profile_alone_learns_who_somebody_is() {
    assertThat(alice.api("profile").get("/api/v1/accounts/verify_credentials").get("username"))
        .isEqualTo("alice");
    assertThat(alice.api("profile").get("/api/v1/accounts/relationships").status()).isEqualTo(403);
  }

  private static ApiAnswer upload(ApiClient app, String name, String type, byte[] content) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--x\r\nContent-Disposition: form-data; name=\""
                + name
                + "\"; filename=\"a.png\"\r\n"
                + "Content-Type: "
                + type
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
    return app.raw("PATCH", UPDATE, "multipart/form-data; boundary=x", body.toByteArray());
  }

  private static byte[] png() {
    var picture = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(500, 400, BufferedImage.TYPE_INT_RGB), "png", picture);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return picture.toByteArray();
  }

  @Test
  void a_link_is_verified_if_the_page_behind_it_links_back() {
    var dora = town.person("dora");
    var page = dora.actor().addresses().page().text();
    town.square()
        .outside()
        .shows("https://dora.example/", "<body><a href='" + page + "' rel='me noopener'>me</a>");
    town.square()
        .outside()
        .shows("https://other.example/", "<body><a href='" + page + "' rel='home'>not me</a>");
    dora.api()
        .patch(
            "/api/v1/accounts/update_credentials",
            "fields_attributes[0][name]",
            "Site",
            "fields_attributes[0][value]",
            "https://dora.example/",
            "fields_attributes[1][name]",
            "Other",
            "fields_attributes[1][value]",
            "https://other.example/",
            "fields_attributes[2][name]",
            "Words",
            "fields_attributes[2][value]",
            "see https://dora.example/");
    town.drain();

    var fields = town.api().get("/api/v1/accounts/" + dora.id()).at("/fields");
    assertThat(fields.at("/0/verified_at").asText()).startsWith("2026-");
    assertThat(fields.at("/1/verified_at").isNull()).isTrue();
    assertThat(fields.at("/2/verified_at").isNull()).isTrue();
    var own = dora.api().get("/api/v1/accounts/verify_credentials");
    assertThat(own.at("/source/fields/0/verified_at").asText()).startsWith("2026-");
  }

  @Test
  void who_may_quote_is_chosen_ahead() {
    var finn = town.person("finn");
    var path = "/api/v1/accounts/update_credentials";
    assertThat(finn.api().get("/api/v1/accounts/verify_credentials").at("/source/quote_policy"))
        .hasToString("\"public\"");

    var changed = finn.api().patch(path, "source[quote_policy]", "followers");

    assertThat(changed.at("/source/quote_policy").asText()).isEqualTo("followers");
    assertThat(finn.api().patch(path, "source[privacy]", "unlisted").at("/source/quote_policy"))
        .hasToString("\"followers\"");
    assertThat(finn.api().patch(path, "source[quote_policy]", "all").status()).isEqualTo(422);
    assertThat(finn.api().patch(path, "source[language]", "no language").get("error"))
        .contains("language");
  }

  @Test
  void an_empty_list_of_fields_takes_them_all_away() {
    var emil = town.person("emil");
    var path = "/api/v1/accounts/update_credentials";
    var field = "{\"fields_attributes\":[{\"name\":\"a\",\"value\":\"b\"}]}";
    emil.api().json("PATCH", path, field);
    assertThat(emil.api().patch(path, "display_name", "Emil").at("/fields")).hasSize(1);

    var emptied = emil.api().json("PATCH", path, "{\"fields_attributes\":[]}");
    assertThat(emptied.at("/fields")).isEmpty();
  }
}
