package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.protocol.activitystreams.Audience;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;
import social.kring.testing.Stranger;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelationshipRoutesTest {
  private ApiTown town;
  private Resident alice;
  private Resident bob;
  private Stranger carol;
  private int made;

  @BeforeAll
  void open() {
    town = new ApiTown();
  }

  @AfterAll
  void close() {
    town.close();
  }

  @BeforeEach
  void meet() {
    alice = town.person("alice" + ++made);
    bob = town.person("bob" + made);
    carol = town.stranger("carol" + made, "far.example");
  }

  private ApiAnswer does(Resident who, Resident whom, String deed, String... form) {
    return who.api().post("/api/v1/accounts/" + whom.id() + "/" + deed, form);
  }

  @Test
  void following_somebody_who_is_open_counts_at_once() {
    var answer = does(alice, bob, "follow", "reblogs", "false", "notify", "true");

    assertThat(answer.get("following")).isEqualTo("true");
    assertThat(answer.get("showing_reblogs")).isEqualTo("false");
    assertThat(answer.get("notifying")).isEqualTo("true");
    assertThat(does(bob, alice, "unfollow").get("followed_by")).isEqualTo("true");
    assertThat(does(alice, bob, "unfollow").get("following")).isEqualTo("false");
  }

  @Test
  void following_again_changes_only_what_is_said() {
    does(alice, bob, "follow", "notify", "true", "languages[]", "en", "languages[]", "de");

    var answer = does(alice, bob, "follow", "reblogs", "false");

    assertThat(answer.get("notifying")).isEqualTo("true");
    assertThat(answer.get("showing_reblogs")).isEqualTo("false");
    assertThat(answer.at("/languages").toString()).isEqualTo("[\"en\",\"de\"]");
  }

  @Test
  void following_somebody_elsewhere_waits_for_them() {
    var answer = alice.api().post("/api/v1/accounts/" + carol.id() + "/follow");

    assertThat(answer.get("requested")).isEqualTo("true");
    assertThat(answer.get("following")).isEqualTo("false");
    assertThat(town.square().published())
        .anySatisfy(told -> assertThat(told.activity().string("type")).contains("Follow"));
  }

  @Test
  void whoever_is_locked_decides_about_requests() {
    bob.api().patch("/api/v1/accounts/update_credentials", "locked", "true");
    var carl = town.person("carl" + made);
    assertThat(does(alice, bob, "follow").get("requested")).isEqualTo("true");
    does(carl, bob, "follow");

    assertThat(bob.api().get("/api/v1/follow_requests").each("username"))
        .containsExactly("carl" + made, "alice" + made);
    assertThat(
            bob.api()
                .get("/api/v1/accounts/verify_credentials")
                .at("/source/follow_requests_count")
                .asInt())
        .isEqualTo(2);
    var accepted = bob.api().post("/api/v1/follow_requests/" + alice.id() + "/authorize");
    var rejected = bob.api().post("/api/v1/follow_requests/" + carl.id() + "/reject");

    assertThat(accepted.get("followed_by")).isEqualTo("true");
    assertThat(rejected.get("requested_by")).isEqualTo("false");
    assertThat(bob.api().get("/api/v1/follow_requests").json()).isEmpty();
    assertThat(bob.api().post("/api/v1/follow_requests/" + carl.id() + "/authorize").status())
        .isEqualTo(404);
  }

  @Test
  void a_block_ends_follows_and_is_listed_until_it_ends() {
    alice.follows(bob);

    assertThat(does(bob, alice, "block").get("blocking")).isEqualTo("true");

    assertThat(does(alice, bob, "follow").status()).isEqualTo(403);
    assertThat(bob.api().get("/api/v1/blocks").each("id")).containsExactly(alice.id());
    assertThat(does(bob, alice, "unblock").get("blocking")).isEqualTo("false");
    assertThat(bob.api().get("/api/v1/blocks").json()).isEmpty();
  }

  @Test
  void a_mute_may_end_by_itself_and_spare_notifications() {
    var answer = does(alice, bob, "mute", "notifications", "false", "duration", "3600");

    assertThat(answer.get("muting")).isEqualTo("true");
    assertThat(answer.get("muting_notifications")).isEqualTo("false");
    var muted = alice.api().get("/api/v1/mutes");
    assertThat(muted.each("id")).containsExactly(bob.id());
    assertThat(muted.each("mute_expires_at")).containsExactly("2026-11-24T13:00:00.000Z");
    assertThat(does(alice, bob, "unmute").get("muting")).isEqualTo("false");
  }

  @Test
  void a_note_is_for_its_author_alone() {
    assertThat(does(alice, bob, "note", "comment", "met in Bonn").get("note"))
        .isEqualTo("met in Bonn");
    var seen = bob.api().get("/api/v1/accounts/relationships?id[]=" + alice.id());
    assertThat(seen.each("note")).containsExactly("");
  }

  @Test
  void a_follower_is_sent_away() {
    alice.follows(bob);

    assertThat(does(bob, alice, "remove_from_followers").get("followed_by")).isEqualTo("false");
  }

  @Test
  void whole_hosts_are_hidden_and_shown_again() {
    alice.api().json("POST", "/api/v1/domain_blocks", "{\"domain\":\"Far.example\"}");

    assertThat(alice.api().get("/api/v1/domain_blocks").text()).isEqualTo("[\"far.example\"]");
    var tie = alice.api().get("/api/v1/accounts/relationships?id[]=" + carol.id());
    assertThat(tie.each("domain_blocking")).containsExactly("true");
    alice.api().json("DELETE", "/api/v1/domain_blocks", "{\"domain\":\"far.example\"}");
    assertThat(alice.api().get("/api/v1/domain_blocks").text()).isEqualTo("[]");
  }

  @Test
  void a_hidden_host_is_seen_and_heard_nowhere() {
    town.square().follow(alice.actor(), carol.actor());
    town.square().follow(bob.actor(), carol.actor());
    var note =
        carol
            .note("n" + made, "<p>hello</p>")
            .with("tag", Stranger.mention(alice.actor()))
            .with("to", List.of(Audience.PUBLIC, alice.actor().uri()));
    carol.creates(note);
    town.drain();
    var post = Long.toString(carol.post(note).orElseThrow().id());
    assertThat(alice.api().get("/api/v1/timelines/home").each("id")).contains(post);
    assertThat(alice.api().get("/api/v1/notifications").each("type")).contains("mention");

    alice.api().post("/api/v1/domain_blocks", "domain", "far.example");

    for (var list : new String[] {"home", "public"}) {
      assertThat(alice.api().get("/api/v1/timelines/" + list).each("id")).doesNotContain(post);
      assertThat(bob.api().get("/api/v1/timelines/" + list).each("id")).contains(post);
    }
    assertThat(alice.api().get("/api/v1/notifications").json()).isEmpty();
  }

  @Test
  void whoever_hides_a_host_parts_from_it() {
    town.square().follow(alice.actor(), carol.actor());
    town.square().follow(carol.actor(), alice.actor());
    town.square().follow(bob.actor(), carol.actor());
    town.square().published();

    alice.api().post("/api/v1/domain_blocks", "domain", "far.example");

    var told = town.square().published();
    assertThat(told)
        .extracting(publication -> publication.activity().string("type").orElse(""))
        .containsExactlyInAnyOrder("Undo", "Reject");
    var tie = alice.api().get("/api/v1/accounts/relationships?id[]=" + carol.id());
    assertThat(tie.each("following")).containsExactly("false");
    assertThat(tie.each("followed_by")).containsExactly("false");
    assertThat(bob.api().get("/api/v1/accounts/relationships?id[]=" + carol.id()).each("following"))
        .containsExactly("true");
    assertThat(alice.api().post("/api/v1/accounts/" + carol.id() + "/follow").status())
        .isEqualTo(403);
  }

  @Test
  void people_recommend_whom_they_follow_until_they_do_not_follow_them() {
    assertThat(does(alice, bob, "endorse").status()).isEqualTo(422);
    alice.follows(bob);

    assertThat(does(alice, bob, "endorse").get("endorsed")).isEqualTo("true");
    assertThat(does(alice, bob, "pin").get("endorsed")).isEqualTo("true");

    assertThat(alice.api().get("/api/v1/endorsements").each("id")).containsExactly(bob.id());
    var open = "/api/v1/accounts/" + alice.id() + "/endorsements";
    assertThat(town.api().get(open).each("id")).containsExactly(bob.id());
    assertThat(does(alice, bob, "unpin").get("endorsed")).isEqualTo("false");
    does(alice, bob, "endorse");
    does(alice, bob, "unfollow");
    assertThat(town.api().get(open).json()).isEmpty();
  }

  @Test
  void familiar_followers_are_those_whom_one_follows_and_who_show_it() {
    var dora = town.person("dora" + made);
    var emil = town.person("emil" + made);
    alice.follows(bob);
    alice.follows(dora);
    bob.follows(emil);
    dora.follows(emil);
    dora.api().patch("/api/v1/accounts/update_credentials", "hide_collections", "true");
    var path = "/api/v1/accounts/familiar_followers?id[]=" + emil.id();

    var familiar = alice.api().get(path);

    assertThat(familiar.at("/0/id").asText()).isEqualTo(emil.id());
    assertThat(familiar.at("/0/accounts").findValuesAsText("id")).contains(bob.id());
    assertThat(familiar.at("/0/accounts")).hasSize(1);
    does(emil, alice, "block");
    assertThat(alice.api().get(path).at("/0/accounts")).isEmpty();
    does(emil, alice, "unblock");
    assertThat(alice.api().get(path).at("/0/accounts")).hasSize(1);
    emil.api().patch("/api/v1/accounts/update_credentials", "hide_collections", "true");
    assertThat(alice.api().get(path).at("/0/accounts")).isEmpty();
  }

  @Test
  void several_are_asked_for_at_once_with_one_name_or_many() {
    var both =
        alice.api().get("/api/v1/accounts/relationships?id[]=" + bob.id() + "&id[]=" + carol.id());
    var one = alice.api().get("/api/v1/accounts/relationships?id=" + bob.id());

    assertThat(both.each("id")).containsExactly(bob.id(), Long.toString(carol.id()));
    assertThat(one.each("id")).containsExactly(bob.id());
  }

  @Test
  void nobody_follows_blocks_or_mutes_themselves() {
    for (var deed : new String[] {"follow", "block", "mute"}) {
      assertThat(does(alice, alice, deed).status()).as(deed).isEqualTo(422);
    }
  }
}
