package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.testing.ApiClient;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationRoutesTest {
  private static final String PATH = "/api/v1/notifications";

  private ApiTown town;
  private Resident alice;
  private Resident bob;
  private String post;
  private int made;

  @BeforeAll
  void open() {
    town = new ApiTown();
  }

  @AfterAll
  void close() {
    town.close();
  }

  /** Bob follows Alice, likes and boosts her post, and names her. */
  @BeforeEach
  void happen() {
    alice = town.person("alice" + ++made);
    bob = town.person("bob" + made);
    bob.follows(alice);
    post = alice.posts("hello").id();
    bob.api().post("/api/v1/statuses/" + post + "/favourite");
    town.drain();
    bob.api().post("/api/v1/statuses/" + post + "/reblog");
    town.drain();
    bob.posts("@alice" + made + " hi", "visibility", "direct");
    town.drain();
  }

  @Test
  void all_that_concerns_somebody_is_listed_newest_first() {
    var all = alice.api().get(PATH);

    assertThat(all.each("type")).containsExactly("mention", "reblog", "favourite", "follow");
    assertThat(all.at("/1/status/id").asText()).isEqualTo(post);
    assertThat(all.at("/3/account/id").asText()).isEqualTo(bob.id());
    assertThat(all.json().get(3).has("status")).isFalse();
    assertThat(bob.api().get(PATH).json()).isEmpty();
  }

  @Test
  void kinds_are_chosen_or_left_out() {
    assertThat(alice.api().get(PATH + "?types[]=follow&types[]=mention").each("type"))
        .containsExactly("mention", "follow");
    assertThat(alice.api().get(PATH + "?exclude_types[]=reblog").each("type"))
        .containsExactly("mention", "favourite", "follow");
    assertThat(alice.api().get(PATH + "?types[]=admin.sign_up").json()).isEmpty();
    assertThat(alice.api().get(PATH + "?account_id=" + alice.id()).json()).isEmpty();
  }

  @Test
  void pages_follow_each_other() {
    var first = alice.api().get(PATH + "?limit=3");
    var second = alice.api().get(ApiClient.link(first, "next").orElseThrow());

    assertThat(first.each("type")).containsExactly("mention", "reblog", "favourite");
    assertThat(second.each("type")).containsExactly("follow");
  }

  @Test
  void one_is_read_and_dismissed_by_its_owner_alone() {
    var id = alice.api().get(PATH).each("id").getFirst();

    assertThat(bob.api().get(PATH + "/" + id).status()).isEqualTo(404);
    assertThat(bob.api().post(PATH + "/" + id + "/dismiss").status()).isEqualTo(404);
    assertThat(alice.api().get(PATH + "/" + id).get("type")).isEqualTo("mention");
    assertThat(alice.api().post(PATH + "/" + id + "/dismiss").text()).isEqualTo("{}");
    assertThat(alice.api().get(PATH + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void all_are_cleared() {
    assertThat(alice.api().post(PATH + "/clear").text()).isEqualTo("{}");
    assertThat(alice.api().get(PATH).json()).isEmpty();
  }

  @Test
  void what_was_read_is_not_counted() {
    assertThat(alice.api().get(PATH + "/unread_count").text()).isEqualTo("{\"count\":4}");
    var second = alice.api().get(PATH).each("id").get(1);

    var marked = alice.api().post("/api/v1/markers", "notifications[last_read_id]", second);

    assertThat(marked.at("/notifications/last_read_id").asText()).isEqualTo(second);
    assertThat(alice.api().get(PATH + "/unread_count").text()).isEqualTo("{\"count\":1}");
  }

  @Test
  void markers_are_kept_for_each_timeline() {
    alice.api().json("POST", "/api/v1/markers", "{\"home\":{\"last_read_id\":\"7\"}}");
    alice.api().post("/api/v1/markers", "home[last_read_id]", "9");

    var both = alice.api().get("/api/v1/markers?timeline[]=home&timeline[]=notifications");

    assertThat(both.at("/home/last_read_id").asText()).isEqualTo("9");
    assertThat(both.at("/home/version").asInt()).isEqualTo(2);
    assertThat(both.json().has("notifications")).isFalse();
    assertThat(bob.api().get("/api/v1/markers?timeline[]=home").text()).isEqualTo("{}");
  }

  @Test
  void a_muted_person_is_not_heard_of() {
    alice.api().post("/api/v1/accounts/" + bob.id() + "/mute");

    assertThat(alice.api().get(PATH).json()).isEmpty();
  }
}
