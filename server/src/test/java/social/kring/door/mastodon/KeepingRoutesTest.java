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
class KeepingRoutesTest {
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

  private static ApiAnswer does(Resident who, String post, String deed) {
    return who.api().post("/api/v1/statuses/" + post + "/" + deed);
  }

  @Test
  void what_is_kept_is_listed_for_its_keeper_alone_the_last_one_first() {
    var first = alice.posts("keep me").id();
    var second = alice.posts("me too").id();

    assertThat(does(bob, first, "bookmark").get("bookmarked")).isEqualTo("true");
    does(bob, second, "bookmark");
    does(bob, second, "bookmark");

    assertThat(bob.api().get("/api/v1/bookmarks").each("id")).containsExactly(second, first);
    assertThat(alice.api().get("/api/v1/bookmarks").each("id")).isEmpty();
    assertThat(alice.api().get("/api/v1/statuses/" + first).get("bookmarked")).isEqualTo("false");
    var page = bob.api().get("/api/v1/bookmarks?limit=1");
    assertThat(page.each("id")).containsExactly(second);
    assertThat(page.header("Link").orElseThrow()).contains("rel=\"next\"");
    assertThat(does(bob, second, "unbookmark").get("bookmarked")).isEqualTo("false");
    assertThat(does(bob, first, "unbookmark").status()).isEqualTo(200);
    assertThat(bob.api().get("/api/v1/bookmarks").each("id")).isEmpty();
  }

  @Test
  void keeping_a_boost_keeps_the_post() {
    var post = alice.posts("boosted").id();
    var boost = does(alice, post, "reblog").id();

    assertThat(does(bob, boost, "bookmark").id()).isEqualTo(post);
    assertThat(bob.api().get("/api/v1/statuses/" + boost).at("/reblog/bookmarked").asBoolean())
        .isTrue();
    does(bob, post, "unbookmark");
  }

  @Test
  void a_post_that_may_no_longer_be_seen_leaves_the_list() {
    var carol = town.person("carol");
    carol.follows(alice);
    var post = alice.posts("for followers", "visibility", "private").id();
    does(carol, post, "bookmark");
    assertThat(carol.api().get("/api/v1/bookmarks").each("id")).containsExactly(post);

    alice.api().post("/api/v1/accounts/" + carol.id() + "/block");

    assertThat(carol.api().get("/api/v1/bookmarks").each("id")).isEmpty();
    assertThat(does(carol, post, "unbookmark").status()).isEqualTo(404);
  }

  @Test
  void what_may_not_be_seen_can_neither_be_kept_nor_muted() {
    var post = alice.posts("nobody's business", "visibility", "direct").id();

    assertThat(does(bob, post, "bookmark").status()).isEqualTo(404);
    assertThat(does(bob, post, "mute").status()).isEqualTo(404);
  }

  @Test
  void nothing_more_is_told_of_a_muted_thread() {
    var post = alice.posts("a thread").id();
    var answer = bob.posts("@alice first", "in_reply_to_id", post).id();
    town.drain();
    assertThat(told(alice)).isEqualTo(1);

    assertThat(does(alice, post, "mute").get("muted")).isEqualTo("true");
    bob.posts("@alice second", "in_reply_to_id", answer);
    does(bob, post, "favourite");
    town.drain();

    assertThat(told(alice)).isEqualTo(1);
    assertThat(alice.api().get("/api/v1/statuses/" + answer).get("muted")).isEqualTo("true");
    assertThat(bob.api().get("/api/v1/statuses/" + answer).get("muted")).isEqualTo("false");
    assertThat(does(alice, answer, "unmute").get("muted")).isEqualTo("false");
    bob.posts("@alice third", "in_reply_to_id", answer);
    town.drain();
    assertThat(told(alice)).isEqualTo(2);
  }

  private static long told(Resident who) {
    return who.api().get("/api/v1/notifications").each("id").size();
  }
}
