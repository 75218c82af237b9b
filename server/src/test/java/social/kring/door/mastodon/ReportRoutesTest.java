package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.federation.actors.InstanceActor;
import social.kring.protocol.json.Tree;
import social.kring.testing.ApiClient;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;
import social.kring.testing.Stranger;
import social.kring.testing.Town;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportRoutesTest {
  private static final String PATH = "/api/v1/reports";
  private static final String ADMIN = "/api/v1/admin/reports";

  private ApiTown town;
  private Resident alice;
  private Resident bob;
  private Resident mona;
  private Stranger carol;
  private int made;

  @BeforeAll
  void open() {
    town = new ApiTown();
    InstanceActor.open(
        town.square().database(), town.square().town().foundation().actors(), Town.DOMAIN);
  }

  @AfterAll
  void close() {
    town.close();
  }

  @BeforeEach
  void meet() {
    made++;
    alice = town.person("alice" + made);
    bob = town.person("bob" + made);
    mona = town.person("mona" + made);
    carol = town.stranger("carol" + made, "far.example");
    town.square()
        .database()
        .execute(
            "UPDATE account SET role = 'moderator' WHERE actor_id = $1",
            Tuple.of(mona.neighbour().id()));
  }

  private ApiClient moderator() {
    return mona.api("read admin:read admin:write");
  }

  @Test
  void a_report_waits_for_moderators_who_are_told_of_it() {
    var post = bob.posts("buy this").id();

    var report =
        alice
            .api()
            .post(
                PATH,
                "account_id",
                bob.id(),
                "status_ids[]",
                post,
                "comment",
                "again & again",
                "category",
                "spam");
    town.drain();

    assertThat(report.status()).isEqualTo(200);
    assertThat(report.get("category")).isEqualTo("spam");
    assertThat(report.at("/target_account/id").asText()).isEqualTo(bob.id());
    assertThat(report.at("/status_ids/0").asText()).isEqualTo(post);
    assertThat(report.at("/forwarded").asBoolean()).isFalse();
    var told = moderator().get("/api/v1/notifications?types[]=admin.report");
    assertThat(told.at("/0/account/id").asText()).isEqualTo(alice.id());
    assertThat(told.at("/0/report/comment").asText()).isEqualTo("again & again");
    var grouped = moderator().get("/api/v2/notifications?types[]=admin.report");
    assertThat(grouped.at("/notification_groups/0/report/id").asText()).isEqualTo(report.id());
    assertThat(bob.api().get("/api/v1/notifications?types[]=admin.report").json()).isEmpty();
    var seen = moderator().get(ADMIN + "/" + report.id());
    assertThat(seen.at("/statuses/0/id").asText()).isEqualTo(post);
    assertThat(seen.at("/account/email").asText()).startsWith("alice");
    assertThat(seen.at("/account"))
        .isEqualTo(moderator().get("/api/v1/admin/accounts/" + alice.id()).json());
    assertThat(seen.at("/assigned_account").isNull()).isTrue();
  }

  @Test
  void moderators_deal_with_reports_and_nobody_else_does() {
    var id = alice.api().post(PATH, "account_id", bob.id()).id();

    for (var action : new String[] {"assign_to_self", "resolve", "reopen"}) {
      var path = ADMIN + "/" + id + "/" + action;
      assertThat(bob.api("admin:write").post(path).status()).isEqualTo(403);
      assertThat(mona.api().post(path).status()).isEqualTo(403);
      assertThat(mona.api("admin:read").post(path).status()).isEqualTo(403);
    }
    assertThat(bob.api("admin:read").get(ADMIN).status()).isEqualTo(403);

    assertThat(moderator().get(ADMIN).each("id")).contains(id);
    var taken = moderator().post(ADMIN + "/" + id + "/assign_to_self");
    assertThat(taken.at("/assigned_account/id").asText()).isEqualTo(mona.id());
    var resolved = moderator().post(ADMIN + "/" + id + "/resolve");
    assertThat(resolved.at("/action_taken").asBoolean()).isTrue();
    assertThat(resolved.at("/action_taken_by_account/id").asText()).isEqualTo(mona.id());
    assertThat(moderator().post(ADMIN + "/" + id + "/resolve").status()).isEqualTo(404);
    assertThat(moderator().get(ADMIN).each("id")).doesNotContain(id);
    assertThat(moderator().get(ADMIN + "?resolved=true").each("id")).contains(id);
    moderator().post(ADMIN + "/" + id + "/reopen");
    assertThat(moderator().get(ADMIN + "?target_account_id=" + bob.id()).each("id"))
        .containsExactly(id);
  }

  @Test
  void what_one_cannot_see_and_what_is_too_much_is_no_report() {
    var hidden = bob.posts("not for you", "visibility", "direct").id();
    var own = alice.posts("mine").id();

    assertThat(report("status_ids[]", hidden)).isEqualTo(404);
    assertThat(report("status_ids[]", own)).isEqualTo(404);
    assertThat(report("category", "boring")).isEqualTo(422);
    assertThat(report("comment", "x".repeat(1_001))).isEqualTo(422);
    assertThat(alice.api().post(PATH, "account_id", "1").status()).isEqualTo(404);
    assertThat(alice.api().post(PATH).status()).isEqualTo(404);
    assertThat(moderator().get(ADMIN + "?account_id=" + alice.id()).json()).isEmpty();
  }

  private int report(String name, String value) {
    return alice.api().post(PATH, "account_id", bob.id(), name, value).status();
  }

  @Test
  void the_other_node_is_told_without_who_told() {
    town.square().follow(alice.actor(), carol.actor());
    carol.creates(carol.note("1", "<p>spam</p>"));
    var post = carol.post(carol.note("1", "<p>spam</p>")).orElseThrow().id();
    town.square().town().happened();

    var report =
        alice
            .api()
            .post(
                PATH,
                "account_id",
                Long.toString(carol.id()),
                "status_ids[]",
                Long.toString(post),
                "comment",
                "spam",
                "forward",
                "true");

    assertThat(report.at("/forwarded").asBoolean()).isTrue();
    var flag =
        town.square().town().happened().stream()
            .flatMap(each -> each.publication().stream())
            .map(publication -> publication.activity())
            .filter(activity -> activity.string("type").orElse("").equals("Flag"))
            .findFirst()
            .orElseThrow();
    assertThat(flag.ids("object")).hasSize(2);
    assertThat(flag.string("actor").orElseThrow()).isNotEqualTo(alice.actor().uri().text());
    assertThat(flag.toString()).doesNotContain(alice.actor().uri().text());
    assertThat(flag.string("content")).contains("spam");
  }

  @Test
  void a_report_from_elsewhere_is_shown_with_whom_and_what_it_is_about() {
    var post = bob.posts("hm").id();
    var uri = town.api().get("/api/v1/statuses/" + post).get("uri");
    carol.sends(
        Tree.builder()
            .put("id", "https://far.example/flags/" + made)
            .put("type", "Flag")
            .put("actor", carol.actor().uri())
            .put("content", "look")
            .put("object", List.of(uri))
            .build());

    var shown = moderator().get(ADMIN + "?target_account_id=" + bob.id());

    assertThat(shown.at("/0/comment").asText()).isEqualTo("look");
    assertThat(shown.at("/0/statuses/0/id").asText()).isEqualTo(post);
    assertThat(shown.at("/0/account/domain").asText()).isEqualTo("far.example");
  }
}
