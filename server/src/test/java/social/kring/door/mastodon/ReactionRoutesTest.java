package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReactionRoutesTest {
  private ApiTown town;
  private Resident alice;
  private Resident bob;

  @BeforeAll
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    bob = town.person("bob");
  }

  @AfterAll
  void close() {
    town.close();
  }

  private static ApiAnswer does(Resident who, String post, String deed, String... form) {
    return who.api().post("/api/v1/statuses/" + post + "/" + deed, form);
  }

  @Test
  void a_like_counts_once_and_can_be_taken_back() {
    var post = alice.posts("like me").id();

    does(bob, post, "favourite");
    var liked = does(bob, post, "favourite");

    assertThat(liked.get("favourited")).isEqualTo("true");
    assertThat(liked.get("favourites_count")).isEqualTo("1");
    assertThat(town.api().get("/api/v1/statuses/" + post + "/favourited_by").each("id"))
        .containsExactly(bob.id());
    assertThat(alice.api().get("/api/v1/statuses/" + post).get("favourited")).isEqualTo("false");
    assertThat(bob.api().get("/api/v1/favourites").each("id")).contains(post);
    var unliked = does(bob, post, "unfavourite");
    assertThat(unliked.get("favourited")).isEqualTo("false");
    assertThat(unliked.get("favourites_count")).isEqualTo("0");
    assertThat(bob.api().get("/api/v1/favourites").each("id")).doesNotContain(post);
  }

  @Test
  void a_boost_is_a_status_around_the_post() {
    var post = alice.posts("pass me on").id();

    var boost = does(bob, post, "reblog", "visibility", "unlisted");

    assertThat(boost.id()).isNotEqualTo(post);
    assertThat(boost.get("visibility")).isEqualTo("unlisted");
    assertThat(boost.at("/account/id").asText()).isEqualTo(bob.id());
    assertThat(boost.at("/reblog/id").asText()).isEqualTo(post);
    assertThat(boost.at("/reblog/reblogged").asBoolean()).isTrue();
    assertThat(boost.at("/reblog/reblogs_count").asInt()).isEqualTo(1);
    assertThat(town.api().get("/api/v1/statuses/" + post + "/reblogged_by").each("id"))
        .containsExactly(bob.id());
    var back = does(bob, post, "unreblog");
    assertThat(back.id()).isEqualTo(post);
    assertThat(back.get("reblogged")).isEqualTo("false");
  }

  @Test
  void liking_a_boost_likes_the_post() {
    var post = alice.posts("the post").id();
    var boost = does(bob, post, "reblog").id();

    assertThat(does(alice, boost, "favourite").id()).isEqualTo(post);
    assertThat(bob.api().get("/api/v1/statuses/" + post).get("favourites_count")).isEqualTo("1");
  }

  @Test
  void what_is_for_followers_is_boosted_by_its_author_alone() {
    bob.follows(alice);
    var post = alice.posts("for followers", "visibility", "private").id();

    assertThat(does(bob, post, "reblog").status()).isEqualTo(403);
    assertThat(does(alice, post, "reblog").status()).isEqualTo(200);
  }

  @Test
  void only_ones_own_posts_are_pinned_and_five_at_most() {
    var post = alice.posts("mine").id();
    assertThat(does(bob, post, "pin").status()).isEqualTo(422);
    assertThat(does(alice, post, "pin").get("pinned")).isEqualTo("true");
    for (var i = 0; i < 4; i++) does(alice, alice.posts("pin " + i).id(), "pin");

    assertThat(does(alice, alice.posts("one too many").id(), "pin").status()).isEqualTo(422);
    assertThat(does(alice, post, "unpin").get("pinned")).isEqualTo("false");
  }
}
