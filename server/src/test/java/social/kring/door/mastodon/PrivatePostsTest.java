package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.testing.ApiClient;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

/** What somebody may not see cannot be told from what does not exist. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivatePostsTest {
  private ApiTown town;
  private Resident alice;
  private Resident bob;
  private Resident carol;

  @BeforeAll
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    bob = town.person("bob");
    carol = town.person("carol");
    bob.follows(alice);
  }

  @AfterAll
  void close() {
    town.close();
  }

  @Test
  void whoever_may_not_see_a_post_is_answered_as_if_there_were_none() {
    var followers = alice.posts("for followers", "visibility", "private").id();
    var direct = alice.posts("@bob for you", "visibility", "direct").id();

    for (var post : List.of(followers, direct)) {
      for (var app : List.of(carol.api(), town.api())) {
        for (var part : List.of("", "/context", "/history", "/favourited_by", "/reblogged_by")) {
          var hidden = app.get("/api/v1/statuses/" + post + part);
          var unknown = app.get("/api/v1/statuses/123456789" + part);
          assertThat(hidden.status()).isEqualTo(404);
          assertThat(hidden.response().body()).isEqualTo(unknown.response().body());
          assertThat(hidden.response().headers().map().keySet())
              .isEqualTo(unknown.response().headers().map().keySet());
        }
      }
      for (var deed : List.of("favourite", "unfavourite", "reblog", "unreblog", "pin", "unpin")) {
        var hidden = carol.api().post("/api/v1/statuses/" + post + "/" + deed);
        var unknown = carol.api().post("/api/v1/statuses/123456789/" + deed);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.response().body()).isEqualTo(unknown.response().body());
      }
    }
  }

  @Test
  void several_by_id_leave_out_what_may_not_be_seen() {
    var open = alice.posts("open").id();
    var hidden = alice.posts("hidden", "visibility", "private").id();

    assertThat(carol.api().get("/api/v1/statuses?id[]=" + hidden + "&id[]=" + open).each("id"))
        .containsExactly(open);
  }

  @Test
  void a_search_finds_it_for_those_only_who_may_see_it() {
    var post = alice.posts("for followers #hush", "visibility", "private");
    var query = "/api/v2/search?q=" + post.get("uri");

    assertThat(found(bob.api(), query)).containsExactly(post.id());
    assertThat(found(carol.api(), query)).isEmpty();
    assertThat(found(town.api(), query)).isEmpty();
    assertThat(town.api().get("/api/v1/timelines/tag/hush").json()).isEmpty();
  }

  private static List<String> found(ApiClient app, String query) {
    return app.get(query).json().get("statuses").findValuesAsText("id").stream()
        .filter(id -> !id.isEmpty())
        .limit(1)
        .toList();
  }

  @Test
  void whoever_stops_following_sees_it_no_longer() {
    var dave = town.person("dave");
    dave.follows(alice);
    var post = alice.posts("while you follow", "visibility", "private");
    assertThat(dave.api().get("/api/v1/statuses/" + post.id()).status()).isEqualTo(200);

    dave.api().post("/api/v1/accounts/" + alice.id() + "/unfollow");

    assertThat(dave.api().get("/api/v1/statuses/" + post.id()).status()).isEqualTo(404);
    assertThat(dave.api().get("/api/v1/timelines/home").each("id")).doesNotContain(post.id());
  }

  @Test
  void a_block_hides_even_what_is_public() {
    var erin = town.person("erin");
    var post = alice.posts("for all but one");
    alice.api().post("/api/v1/accounts/" + erin.id() + "/block");

    assertThat(erin.api().get("/api/v1/statuses/" + post.id()).status()).isEqualTo(404);
    assertThat(erin.api().get("/api/v1/timelines/public").each("id")).doesNotContain(post.id());
    assertThat(erin.api().get("/api/v1/accounts/" + alice.id() + "/statuses").json()).isEmpty();
  }
}
