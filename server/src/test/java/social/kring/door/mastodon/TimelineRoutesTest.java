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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelineRoutesTest {
  private ApiTown town;
  private Resident alice;
  private Resident bob;

  @BeforeAll
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    bob = town.person("bob");
    bob.follows(alice);
  }

  @AfterAll
  void close() {
    town.close();
  }

  @Test
  void what_somebody_posts_comes_home_to_her_followers_newest_first() {
    var first = alice.posts("first", "visibility", "private");
    var second = alice.posts("second");
    town.drain();

    var home = bob.api().get("/api/v1/timelines/home?limit=2");

    assertThat(home.each("id")).containsExactly(second.id(), first.id());
    assertThat(home.each("content")).containsExactly("<p>second</p>", "<p>first</p>");
  }

  @Test
  void links_lead_through_all_pages_next_first() {
    var ids =
        List.of(
            alice.posts("#page 1").id(), alice.posts("#page 2").id(), alice.posts("#page 3").id());

    var newest = town.api().get("/api/v1/timelines/tag/page?limit=2");
    var next = town.api().get(ApiClient.link(newest, "next").orElseThrow());
    var previous = town.api().get(ApiClient.link(next, "prev").orElseThrow());

    assertThat(newest.header("Link").orElseThrow()).contains("rel=\"next\", <");
    assertThat(newest.each("id")).containsExactly(ids.get(2), ids.get(1));
    assertThat(next.each("id")).containsExactly(ids.get(0));
    assertThat(previous.each("id")).containsExactly(ids.get(2), ids.get(1));
  }

  @Test
  void hashtags_are_combined() {
    var tea = alice.posts("#tea").id();
    var both = alice.posts("#tea and #cake").id();
    var cake = alice.posts("#cake").id();
    var path = "/api/v1/timelines/tag/TEA";

    assertThat(town.api().get(path).each("id")).containsExactly(both, tea);
    assertThat(town.api().get(path + "?any[]=cake").each("id")).containsExactly(cake, both, tea);
    assertThat(town.api().get(path + "?all[]=Cake").each("id")).containsExactly(both);
    assertThat(town.api().get(path + "?none[]=cake").each("id")).containsExactly(tea);
    assertThat(town.api().get("/api/v1/timelines/tag/nothing").json()).isEmpty();
  }

  @Test
  void a_page_larger_than_the_largest_is_cut() {
    var answer = town.api().get("/api/v1/timelines/public?limit=99999999999999999999999");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void the_public_reads_public_posts_only() {
    var open = alice.posts("for all");
    var unlisted = alice.posts("for those who look", "visibility", "unlisted");
    var followers = alice.posts("for followers", "visibility", "private");

    var seen = town.api().get("/api/v1/timelines/public?local=true").each("id");

    assertThat(seen).contains(open.id()).doesNotContain(unlisted.id(), followers.id());
  }
}
