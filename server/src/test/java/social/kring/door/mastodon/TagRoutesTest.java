package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.testing.ApiClient;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagRoutesTest {
  private final ApiTown town = new ApiTown();
  private int rounds;
  private Resident alice;
  private Resident bob;

  @BeforeEach
  void meet() {
    rounds++;
    alice = town.person("alice" + rounds);
    bob = town.person("bob" + rounds);
  }

  @AfterAll
  void close() {
    town.close();
  }

  private List<String> home() {
    town.drain();
    return alice.api().get("/api/v1/timelines/home").each("id");
  }

  @Test
  void public_posts_with_a_followed_hashtag_come_home_from_whomever() {
    var tag = "garden" + rounds;
    var followed = alice.api().post("/api/v1/tags/" + tag.toUpperCase() + "/follow");
    assertThat(followed.get("name")).isEqualTo(tag);
    assertThat(followed.at("/following").asBoolean()).isTrue();

    var open = bob.posts("roses #" + tag).id();
    bob.posts("for few #" + tag, "visibility", "unlisted");
    bob.posts("for followers #" + tag, "visibility", "private");
    bob.posts("something else");

    assertThat(home()).containsExactly(open);
  }

  @Test
  void what_a_hashtag_brought_goes_with_it_and_what_else_brought_it_stays() {
    var tag = "tea" + rounds;
    var other = "cake" + rounds;
    var carol = town.person("carol" + rounds);
    alice.follows(carol);
    alice.api().post("/api/v1/tags/" + tag + "/follow");
    alice.api().post("/api/v1/tags/" + other + "/follow");
    bob.posts("#" + tag);
    var both = bob.posts("#" + tag + " #" + other).id();
    var friend = carol.posts("#" + tag).id();
    assertThat(home()).hasSize(3);

    var answer = alice.api().post("/api/v1/tags/" + tag + "/unfollow");

    assertThat(answer.at("/following").asBoolean()).isFalse();
    assertThat(home()).containsExactly(friend, both);
  }

  @Test
  void whom_one_blocks_or_mutes_no_hashtag_brings_home() {
    var tag = "noise" + rounds;
    alice.api().post("/api/v1/tags/" + tag + "/follow");
    alice.api().post("/api/v1/accounts/" + bob.id() + "/mute");
    bob.posts("#" + tag);

    assertThat(home()).isEmpty();
  }

  @Test
  void followed_hashtags_are_listed_in_pages() {
    for (var name : List.of("one", "two", "three")) {
      alice.api().post("/api/v1/tags/" + name + "/follow");
    }

    var first = alice.api().get("/api/v1/followed_tags?limit=2");
    var second = alice.api().get(ApiClient.link(first, "next").orElseThrow());

    assertThat(first.each("name")).containsExactly("three", "two");
    assertThat(second.each("name")).containsExactly("one");
    assertThat(bob.api().get("/api/v1/followed_tags").json()).isEmpty();
  }

  @Test
  void a_hashtag_says_how_much_it_was_used_and_by_how_many() {
    var tag = "sun" + rounds;
    bob.posts("#" + tag);
    bob.posts("again #" + tag);
    alice.posts("me too #" + tag);
    bob.posts("quietly #" + tag, "visibility", "unlisted");

    var shown = town.api().get("/api/v1/tags/" + tag);

    assertThat(shown.at("/history")).hasSize(7);
    assertThat(shown.at("/history/0/uses").asText()).isEqualTo("3");
    assertThat(shown.at("/history/0/accounts").asText()).isEqualTo("2");
    assertThat(shown.at("/history/6/uses").asText()).isEqualTo("0");
    assertThat(shown.at("/following").isMissingNode()).isTrue();
    assertThat(town.api().get("/api/v1/tags/what-is-this").status()).isEqualTo(404);
  }

  @Test
  void people_show_hashtags_on_their_profiles() {
    var tag = "wood" + rounds;
    alice.posts("chairs #" + tag + " #tables" + rounds);
    var suggested = alice.api().get("/api/v1/featured_tags/suggestions");
    assertThat(suggested.each("name")).containsExactlyInAnyOrder(tag, "tables" + rounds);

    var featured = alice.api().post("/api/v1/featured_tags", "name", "#" + tag);
    assertThat(featured.get("statuses_count")).isEqualTo("1");
    assertThat(featured.at("/last_status_at").asText()).hasSize(10);
    assertThat(alice.api().post("/api/v1/featured_tags", "name", tag).status()).isEqualTo(422);
    assertThat(alice.api().post("/api/v1/featured_tags", "name", "a b").status()).isEqualTo(422);
    assertThat(alice.api().get("/api/v1/tags/" + tag).at("/featuring").asBoolean()).isTrue();
    assertThat(alice.api().get("/api/v1/featured_tags/suggestions").each("name"))
        .containsExactly("tables" + rounds);

    var path = "/api/v1/accounts/" + alice.id() + "/featured_tags";
    assertThat(town.api().get(path).each("name")).containsExactly(tag);
    assertThat(bob.api().delete("/api/v1/featured_tags/" + featured.id()).status()).isEqualTo(404);
    alice.api().delete("/api/v1/featured_tags/" + featured.id());
    assertThat(alice.api().get("/api/v1/featured_tags").json()).isEmpty();
  }

  @Test
  void nobody_shows_more_than_ten_hashtags() {
    IntStream.range(0, 10).forEach(i -> alice.api().post("/api/v1/tags/t" + i + "/feature"));

    assertThat(alice.api().post("/api/v1/tags/t10/feature").status()).isEqualTo(422);
    assertThat(alice.api().post("/api/v1/tags/t9/feature").status()).isEqualTo(200);
    assertThat(alice.api().post("/api/v1/tags/t9/unfeature").at("/featuring").asBoolean())
        .isFalse();
    assertThat(alice.api().get("/api/v1/featured_tags").json()).hasSize(9);
  }
}
