package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.community.lists.Reached;
import social.kring.community.lists.Shown;
import social.kring.testing.ApiClient;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListRoutesTest {
  private final ApiTown town = new ApiTown();
  private int rounds;
  private Resident alice;
  private Resident bob;
  private Resident carol;
  private Resident dora;

  @BeforeEach
  void meet() {
    rounds++;
    alice = town.person("alice" + rounds);
    bob = town.person("bob" + rounds);
    carol = town.person("carol" + rounds);
    dora = town.person("dora" + rounds);
    alice.follows(bob);
    alice.follows(carol);
  }

  @AfterAll
  void close() {
    town.close();
  }

  private String list(String... terms) {
    return alice.api().post("/api/v1/lists", terms).id();
  }

  private void add(String list, Resident... members) {
    for (var member : members) {
      var answer =
          alice.api().post("/api/v1/lists/" + list + "/accounts", "account_ids[]", member.id());
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  private List<String> read(String list) {
    town.drain();
    return alice.api().get("/api/v1/timelines/list/" + list).each("id");
  }

  private List<String> home() {
    town.drain();
    return alice.api().get("/api/v1/timelines/home").each("id");
  }

  @Test
  void lists_are_made_changed_and_deleted() {
    var made = alice.api().post("/api/v1/lists", "title", "Friends", "replies_policy", "none");
    assertThat(made.get("title")).isEqualTo("Friends");
    assertThat(made.get("replies_policy")).isEqualTo("none");
    assertThat(made.at("/exclusive").asBoolean()).isFalse();

    var path = "/api/v1/lists/" + made.id();
    var changed = alice.api().put(path, "exclusive", "true");
    assertThat(changed.get("title")).isEqualTo("Friends");
    assertThat(changed.at("/exclusive").asBoolean()).isTrue();
    assertThat(alice.api().get("/api/v1/lists").each("id")).containsExactly(made.id());

    assertThat(alice.api().delete(path).status()).isEqualTo(200);
    assertThat(alice.api().get(path).status()).isEqualTo(404);
    assertThat(alice.api().get("/api/v1/lists").json()).isEmpty();
  }

  @Test
  void a_list_needs_a_title_and_a_known_policy() {
    assertThat(alice.api().post("/api/v1/lists").status()).isEqualTo(422);
    assertThat(alice.api().post("/api/v1/lists", "title", " ").status()).isEqualTo(422);
    assertThat(alice.api().post("/api/v1/lists", "title", "x".repeat(257)).status()).isEqualTo(422);
    var unknown = alice.api().post("/api/v1/lists", "title", "t", "replies_policy", "some");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.get("error")).contains("replies_policy");
  }

  @Test
  void nobody_sees_or_changes_the_list_of_somebody_else() {
    var list = list("title", "Mine");
    add(list, bob);

    assertThat(bob.api().get("/api/v1/lists/" + list).status()).isEqualTo(404);
    assertThat(bob.api().get("/api/v1/timelines/list/" + list).status()).isEqualTo(404);
    assertThat(bob.api().get("/api/v1/lists/" + list + "/accounts").status()).isEqualTo(404);
    assertThat(bob.api().put("/api/v1/lists/" + list, "title", "His").status()).isEqualTo(404);
    assertThat(bob.api().delete("/api/v1/lists/" + list).status()).isEqualTo(404);
    assertThat(alice.api().get("/api/v1/lists/" + list).get("title")).isEqualTo("Mine");
  }

  @Test
  void nobody_has_more_than_fifty_lists() {
    IntStream.range(0, 50).forEach(i -> list("title", "list " + i));

    assertThat(alice.api().post("/api/v1/lists", "title", "one more").status()).isEqualTo(422);
    assertThat(alice.api().get("/api/v1/lists").json()).hasSize(50);
  }

  @Test
  void only_whom_one_follows_can_be_a_member_and_all_or_none_are_added() {
    var list = list("title", "Friends");
    var path = "/api/v1/lists/" + list + "/accounts";

    var refused = alice.api().post(path, "account_ids[]", bob.id(), "account_ids[]", dora.id());

    assertThat(refused.status()).isEqualTo(404);
    assertThat(alice.api().get(path).json()).isEmpty();
  }

  @Test
  void new_members_bring_their_newest_posts_and_no_others() {
    var ofBob = IntStream.range(0, 41).mapToObj(i -> bob.posts("post " + i).id()).toList();
    var ofCarol = carol.posts("hello").id();
    carol.posts("@dora" + rounds + " hi", "visibility", "direct");
    town.drain();
    var list = list("title", "Friends");
    var path = "/api/v1/lists/" + list + "/accounts";

    alice.api().post(path, "account_ids[]", bob.id(), "account_ids[]", carol.id());

    var read = alice.api().get("/api/v1/timelines/list/" + list + "?limit=40").each("id");
    assertThat(read).startsWith(ofCarol, ofBob.get(40)).hasSize(40);
    var oldest = "/api/v1/timelines/list/" + list + "?max_id=" + read.get(39);
    assertThat(alice.api().get(oldest).each("id")).containsExactly(ofBob.get(1));
  }

  @Test
  void members_are_listed_in_pages_and_removed_by_a_body_or_a_query() {
    var list = list("title", "Friends");
    var path = "/api/v1/lists/" + list + "/accounts";
    add(list, bob, carol, bob);

    var first = alice.api().get(path + "?limit=1");
    var second = alice.api().get(ApiClient.link(first, "next").orElseThrow());
    assertThat(first.each("id")).containsExactly(carol.id());
    assertThat(second.each("id")).containsExactly(bob.id());
    assertThat(alice.api().get(path + "?limit=0").json()).hasSize(2);
    assertThat(alice.api().get("/api/v1/accounts/" + bob.id() + "/lists").each("id"))
        .containsExactly(list);

    alice.api().json("DELETE", path, "{\"account_ids\":[\"" + bob.id() + "\"]}");
    assertThat(alice.api().get(path).each("id")).containsExactly(carol.id());
    alice.api().delete(path + "?account_ids[]=" + carol.id());
    assertThat(alice.api().get(path).json()).isEmpty();
  }

  @Test
  void a_list_shows_what_its_members_post_and_boost_and_nothing_else() {
    var list = list("title", "Friends");
    var before = bob.posts("before").id();
    town.drain();
    add(list, bob);
    var after = bob.posts("after", "visibility", "private").id();
    carol.posts("not on it");
    var spread = dora.posts("spread me").id();
    var boost = bob.api().post("/api/v1/statuses/" + spread + "/reblog").id();

    assertThat(read(list)).containsExactly(boost, after, before);
    bob.api().post("/api/v1/statuses/" + spread + "/unreblog");
    assertThat(read(list)).containsExactly(after, before);
    alice.api().post("/api/v1/accounts/" + bob.id() + "/mute");
    assertThat(read(list)).isEmpty();
  }

  @Test
  void the_policy_says_which_answers_come() {
    var followed = list("title", "followed", "replies_policy", "followed");
    var members = list("title", "list", "replies_policy", "list");
    var none = list("title", "none", "replies_policy", "none");
    for (var list : List.of(followed, members, none)) add(list, bob);
    var toCarol = answer(carol.posts("by carol").id());
    answer(dora.posts("by dora").id());
    var toAlice = answer(alice.posts("by alice").id());
    var own = bob.posts("own").id();
    var toOwn = answer(own);

    assertThat(read(followed)).containsExactly(toOwn, own, toAlice, toCarol);
    assertThat(read(members)).containsExactly(toOwn, own, toAlice);
    assertThat(read(none)).containsExactly(toOwn, own, toAlice);
    add(members, carol);
    var later = answer(carol.posts("more by carol").id());
    assertThat(read(members)).contains(later);
    assertThat(read(none)).doesNotContain(later);
  }

  private String answer(String post) {
    return bob.posts("an answer", "in_reply_to_id", post).id();
  }

  @Test
  void what_members_of_an_exclusive_list_post_stays_away_from_home() {
    var list = list("title", "Apart", "exclusive", "true");
    add(list, bob);
    var apart = bob.posts("apart").id();
    var usual = carol.posts("usual").id();

    assertThat(home()).containsExactly(usual);
    assertThat(read(list)).containsExactly(apart);

    alice.api().put("/api/v1/lists/" + list, "exclusive", "false");
    assertThat(home()).containsExactly(usual, apart);
  }

  @Test
  void whoever_is_not_followed_any_more_is_off_all_lists() {
    var list = list("title", "Friends");
    add(list, bob);
    bob.posts("seen");
    assertThat(read(list)).hasSize(1);

    alice.api().post("/api/v1/accounts/" + bob.id() + "/unfollow");

    assertThat(read(list)).isEmpty();
    assertThat(alice.api().get("/api/v1/lists/" + list + "/accounts").json()).isEmpty();
  }

  @Test
  void streams_learn_which_lists_a_post_belongs_on() {
    var list = list("title", "Friends");
    add(list, bob);
    var post = Long.parseLong(bob.posts("news").id());
    var boosted = dora.posts("spread me").id();
    var boost = Long.parseLong(bob.api().post("/api/v1/statuses/" + boosted + "/reblog").id());
    var by = bob.actor().id();

    assertThat(reached(List.of(new Shown(post, by)), List.of(new Shown(boost, by))))
        .containsExactly(
            new Reached(post, Long.parseLong(list), alice.actor().id()),
            new Reached(boost, Long.parseLong(list), alice.actor().id()));
    alice.api().post("/api/v1/accounts/" + dora.id() + "/mute");
    assertThat(reached(List.of(), List.of(new Shown(boost, by)))).isEmpty();
  }

  private List<Reached> reached(List<Shown> posts, List<Shown> boosts) {
    var square = town.square();
    return square.curation().lists().reached(square.database(), posts, boosts);
  }
}
