package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.testing.ApiClient;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;
import social.kring.testing.Stranger;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountRoutesTest {
  private ApiTown town;
  private Resident alice;
  private Resident bob;
  private Resident carol;
  private Stranger dave;

  @BeforeAll
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    bob = town.person("bob");
    carol = town.person("carol");
    dave = town.stranger("dave", "far.example");
  }

  @AfterAll
  void close() {
    town.close();
  }

  @Test
  void people_here_go_by_their_name_and_others_by_their_handle() {
    assertThat(town.api().get("/api/v1/accounts/" + alice.id()).get("acct")).isEqualTo("alice");
    assertThat(town.api().get("/api/v1/accounts/" + dave.id()).get("acct"))
        .isEqualTo("dave@far.example");
  }

  @Test
  void whoever_is_known_is_looked_up_by_handle_in_any_case() {
    assertThat(town.api().get("/api/v1/accounts/lookup?acct=ALICE").id()).isEqualTo(alice.id());
    assertThat(town.api().get("/api/v1/accounts/lookup?acct=@alice@town.example").id())
        .isEqualTo(alice.id());
    assertThat(town.api().get("/api/v1/accounts/lookup?acct=dave@far.example").id())
        .isEqualTo(Long.toString(dave.id()));
  }

  @Test
  void a_look_up_asks_nobody_elsewhere() {
    town.square().outside().has("@erin@far.example");
    var asked = town.square().outside().asked();

    assertThat(alice.api().get("/api/v1/accounts/lookup?acct=erin@far.example").status())
        .isEqualTo(404);
    assertThat(town.square().outside().asked()).isEqualTo(asked);
  }

  @Test
  void an_id_that_nobody_has_is_not_found() {
    for (var id : new String[] {"1", "abc", "-7", "99999999999999999999"}) {
      var answer = alice.api().get("/api/v1/accounts/" + id);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.get("error")).isEqualTo("Record not found");
    }
  }

  @Test
  void several_are_read_at_once_and_unknown_ids_are_left_out() {
    var answer = town.api().get("/api/v1/accounts?id[]=" + bob.id() + "&id[]=1&id[]=" + alice.id());

    assertThat(answer.each("id")).containsExactly(bob.id(), alice.id());
  }

  @Test
  void a_profile_lists_what_its_reader_may_see() {
    var open = carol.posts("open");
    var followers = carol.posts("for followers", "visibility", "private");
    var reply = carol.posts("a reply", "in_reply_to_id", alice.posts("a question").id());
    var tagged = carol.posts("about #tea");
    carol.api().post("/api/v1/statuses/" + open.id() + "/pin");
    bob.follows(carol);
    var path = "/api/v1/accounts/" + carol.id() + "/statuses";

    assertThat(town.api().get(path).each("id")).containsExactly(tagged.id(), reply.id(), open.id());
    assertThat(bob.api().get(path).each("id")).contains(followers.id());
    assertThat(town.api().get(path + "?exclude_replies=true").each("id"))
        .containsExactly(tagged.id(), open.id());
    assertThat(town.api().get(path + "?tagged=Tea").each("id")).containsExactly(tagged.id());
    assertThat(town.api().get(path + "?pinned=true").each("id")).containsExactly(open.id());
    assertThat(town.api().get(path + "?only_media=true").each("id")).isEmpty();
  }

  @Test
  void boosts_stand_among_the_posts_unless_they_are_left_out() {
    var post = alice.posts("worth a boost");
    var boost = bob.api().post("/api/v1/statuses/" + post.id() + "/reblog");
    var path = "/api/v1/accounts/" + bob.id() + "/statuses";

    assertThat(town.api().get(path).each("id")).contains(boost.id());
    assertThat(town.api().get(path + "?exclude_reblogs=true").each("id"))
        .doesNotContain(boost.id());
  }

  @Test
  void followers_are_paged_newest_first() {
    var erin = town.person("erin");
    alice.follows(erin);
    bob.follows(erin);
    carol.follows(erin);
    var path = "/api/v1/accounts/" + erin.id() + "/followers?limit=2";

    var first = town.api().get(path);
    var second = town.api().get(ApiClient.link(first, "next").orElseThrow());

    assertThat(first.each("username")).containsExactly("carol", "bob");
    assertThat(second.each("username")).containsExactly("alice");
    assertThat(town.api().get("/api/v1/accounts/" + alice.id() + "/following").each("username"))
        .contains("erin");
    assertThat(town.api().get("/api/v1/accounts/" + erin.id()).get("followers_count"))
        .isEqualTo("3");
  }

  @Test
  void whoever_hides_her_collections_shows_them_to_herself_only() {
    var frank = town.person("frank");
    alice.follows(frank);
    frank.api().patch("/api/v1/accounts/update_credentials", "hide_collections", "true");
    var path = "/api/v1/accounts/" + frank.id() + "/followers";

    assertThat(bob.api().get(path).json()).isEmpty();
    assertThat(frank.api().get(path).each("username")).containsExactly("alice");
  }

  @Test
  void a_block_hides_both_in_each_others_lists() {
    var grace = town.person("grace");
    var heidi = town.person("heidi");
    grace.follows(alice);
    heidi.follows(alice);
    grace.api().post("/api/v1/accounts/" + heidi.id() + "/block");
    var path = "/api/v1/accounts/" + alice.id() + "/followers";

    assertThat(heidi.api().get(path).each("username")).contains("heidi").doesNotContain("grace");
    assertThat(grace.api().get(path).each("username")).contains("grace").doesNotContain("heidi");
    assertThat(heidi.api().get("/api/v1/accounts/" + grace.id() + "/followers").json()).isEmpty();
  }
}
