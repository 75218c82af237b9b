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
  private static final String GROUPED = "/api/v2/notifications";

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

  @Test
  void like_things_are_shown_together_with_each_account_and_status_once() {
    var carol = town.person("carol" + made);
    carol.api().post("/api/v1/statuses/" + post + "/favourite");
    town.drain();

    var all = alice.api().get(GROUPED + "?limit=20");

    var groups = all.at("/notification_groups");
    assertThat(groups).hasSize(4);
    assertThat(groups.get(0).get("type").asText()).isEqualTo("favourite");
    assertThat(groups.get(0).get("notifications_count").asInt()).isEqualTo(2);
    assertThat(groups.get(0).get("sample_account_ids").get(0).asText()).isEqualTo(carol.id());
    assertThat(groups.get(0).get("status_id").asText()).isEqualTo(post);
    assertThat(all.at("/accounts")).hasSize(2);
    assertThat(all.at("/statuses")).hasSize(2);
    assertThat(all.json().has("partial_accounts")).isFalse();

    var faces = alice.api().get(GROUPED + "?expand_accounts=partial_avatars&types[]=favourite");
    assertThat(faces.at("/accounts")).hasSize(1);
    assertThat(faces.at("/partial_accounts/0/id").asText()).isEqualTo(bob.id());
    assertThat(alice.api().get(GROUPED + "?expand_accounts=all").status()).isEqualTo(422);
  }

  @Test
  void a_group_is_read_and_dismissed_by_its_key() {
    var key = alice.api().get(PATH).each("group_key").get(2);
    assertThat(key).startsWith("favourite-" + post);

    assertThat(alice.api().get(GROUPED + "/" + key).at("/notification_groups/0/type").asText())
        .isEqualTo("favourite");
    assertThat(alice.api().get(GROUPED + "/" + key + "/accounts").each("id"))
        .containsExactly(bob.id());
    assertThat(bob.api().get(GROUPED + "/" + key).status()).isEqualTo(404);
    assertThat(bob.api().get(GROUPED + "/" + key + "/accounts").json()).isEmpty();
    assertThat(alice.api().get(GROUPED + "/unread_count").text()).isEqualTo("{\"count\":4}");

    assertThat(alice.api().post(GROUPED + "/" + key + "/dismiss").text()).isEqualTo("{}");
    assertThat(alice.api().get(GROUPED + "/" + key).status()).isEqualTo(404);
    assertThat(alice.api().get(GROUPED + "/unread_count").text()).isEqualTo("{\"count\":3}");
  }

  @Test
  void what_a_policy_holds_back_waits_until_it_is_let_through() {
    var policy = "/api/v2/notifications/policy";
    var put = alice.api().json("PATCH", policy, "{\"for_not_following\":\"filter\"}");
    assertThat(put.get("for_not_following")).isEqualTo("filter");
    assertThat(put.get("for_new_accounts")).isEqualTo("accept");
    assertThat(alice.api().put(policy, "for_not_following", "maybe").status()).isEqualTo(422);
    assertThat(alice.api().get("/api/v1/notifications/policy").get("filter_not_following"))
        .isEqualTo("true");
    var carol = town.person("carol" + made);
    var word = carol.posts("@alice" + made + " hello").id();
    town.drain();

    assertThat(alice.api().get(PATH).json()).hasSize(4);
    assertThat(alice.api().get(PATH + "?include_filtered=true").json()).hasSize(5);
    assertThat(alice.api().get(policy).at("/summary/pending_notifications_count").asInt())
        .isEqualTo(1);
    var requests = alice.api().get(PATH + "/requests");
    assertThat(requests.at("/0/account/id").asText()).isEqualTo(carol.id());
    assertThat(requests.at("/0/last_status/id").asText()).isEqualTo(word);
    var id = requests.each("id").getFirst();
    assertThat(bob.api().post(PATH + "/requests/" + id + "/accept").status()).isEqualTo(404);
    assertThat(alice.api().get(PATH + "/requests/" + id).id()).isEqualTo(id);

    assertThat(alice.api().post(PATH + "/requests/accept", "id[]", id).status()).isEqualTo(200);
    assertThat(alice.api().get(PATH + "/requests/merged").get("merged")).isEqualTo("true");
    assertThat(alice.api().get(PATH).each("type").getFirst()).isEqualTo("mention");
    assertThat(alice.api().get(PATH + "/requests").json()).isEmpty();
  }
}
