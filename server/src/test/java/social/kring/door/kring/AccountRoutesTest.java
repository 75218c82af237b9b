package social.kring.door.kring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.kring.community.access.ClientAddress;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Audience;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;
import social.kring.testing.Stranger;

class AccountRoutesTest {
  private static final String PASSWORD = "correct horse battery staple";

  private ApiTown town;
  private Resident alice;
  private Resident bob;
  private Stranger dora;

  @BeforeEach
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    bob = town.person("bob");
    dora = town.stranger("dora", "far.example");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private ApiAnswer deletes(Resident person, String password) {
    return person
        .api()
        .json("DELETE", "/api/kring/v1/account", "{\"password\":\"" + password + "\"}");
  }

  private long count(String sql) {
    return town.square().database().one(sql, row -> row.getLong(0)).orElseThrow();
  }

  @Test
  void only_the_password_deletes() {
    assertThat(deletes(alice, "wrong").status()).isEqualTo(403);
    assertThat(alice.api().delete("/api/kring/v1/account").status()).isEqualTo(422);
    assertThat(alice.api("read").delete("/api/kring/v1/account").status()).isEqualTo(403);
    assertThat(alice.api().get("/api/v1/accounts/verify_credentials").status()).isEqualTo(200);
  }

  @Test
  void nothing_that_was_hers_is_left_and_peers_are_told_once() {
    // given
    var post = alice.posts("the last words @bob #farewell");
    var answered = bob.posts("an answer", "in_reply_to_id", post.id());
    alice.posts("and more", "in_reply_to_id", answered.id());
    alice.api().post("/api/v1/statuses/" + answered.id() + "/favourite");
    alice.api().post("/api/v1/statuses/" + answered.id() + "/reblog");
    bob.api().post("/api/v1/statuses/" + post.id() + "/favourite");
    bob.api().post("/api/v1/statuses/" + post.id() + "/reblog");
    bob.follows(alice);
    alice.follows(bob);
    town.square().follow(dora.actor(), alice.actor());
    town.square().happened();
    // when
    assertThat(deletes(alice, PASSWORD).status()).isEqualTo(200);
    // then
    assertThat(alice.api().get("/api/v1/accounts/verify_credentials").status()).isEqualTo(401);
    assertThat(bob.api().get("/api/v1/statuses/" + post.id()).status()).isEqualTo(404);
    var published = town.square().published();
    assertThat(published).hasSize(1);
    var delete = published.getFirst().activity();
    assertThat(delete.string("type")).contains("Delete");
    assertThat(delete.id("object")).contains(alice.actor().uri());
    assertThat(delete.strings("to")).containsExactly(Audience.PUBLIC.text());
    assertThat(count("SELECT count(*) FROM post WHERE deleted_at IS NULL")).isEqualTo(1);
    assertThat(count("SELECT count(*) FROM post WHERE deleted_at IS NOT NULL AND content <> ''"))
        .isZero();
    for (var table :
        List.of("favourite", "boost", "follow", "post_search WHERE words @@ '''farewell'''")) {
      assertThat(count("SELECT count(*) FROM " + table)).as(table).isZero();
    }
    var seen = bob.api().get("/api/v1/statuses/" + answered.id()).json();
    assertThat(seen.get("favourites_count").asInt()).isZero();
    assertThat(seen.get("reblogs_count").asInt()).isZero();
    assertThat(seen.get("replies_count").asInt()).isZero();
    assertThat(seen.get("in_reply_to_id").isNull()).isTrue();
    assertThat(bob.api().get("/api/v1/notifications").json()).isEmpty();
  }

  @Test
  void what_she_kept_quoted_and_asked_goes_too() {
    // given
    var post = bob.posts("quote me").id();
    alice.posts("look at this", "quoted_status_id", post);
    var asked = "poll[options][]";
    var poll = alice.posts("which?", asked, "tea", asked, "coffee", "poll[expires_in]", "600").id();
    bob.api().post("/api/v1/polls/" + poll + "/votes", "choices[]", "0");
    alice.api().post("/api/v1/statuses/" + post + "/bookmark");
    alice.api().post("/api/v1/statuses/" + alice.posts("enough").id() + "/mute");
    alice.posts(
        "later",
        "scheduled_at",
        town.square().town().clock().instant().plus(Duration.ofDays(1)).toString());
    bob.posts("@alice psst", "visibility", "direct");
    town.drain();
    var tables =
        List.of(
            "quote",
            "poll_vote",
            "bookmark",
            "thread_mute",
            "scheduled_post",
            "conversation WHERE owner_id = " + alice.id());
    for (var table : tables) {
      assertThat(count("SELECT count(*) FROM " + table)).as(table).isEqualTo(1);
    }
    // when
    deletes(alice, PASSWORD);
    town.drain();
    // then
    for (var table : tables) {
      assertThat(count("SELECT count(*) FROM " + table)).as(table).isZero();
    }
    assertThat(bob.api().get("/api/v1/statuses/" + post).get("quotes_count")).isEqualTo("0");
    assertThat(bob.api().get("/api/v1/conversations").json()).hasSize(1);
  }

  @Test
  void the_audience_is_everybody_known_elsewhere() {
    assertThat(
            town.square()
                .database()
                .list(
                    "SELECT actor_id FROM actor_inbox WHERE $1 <> 0",
                    Tuple.of(alice.neighbour().id()),
                    row -> row.getLong(0)))
        .containsExactly(dora.id());
  }

  @Test
  void the_name_is_never_given_again_and_the_address_is_free() {
    deletes(alice, PASSWORD);

    assertThatThrownBy(() -> town.person("alice"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
    assertThatThrownBy(
            () ->
                town.access()
                    .signIns()
                    .signIn(
                        "alice",
                        PASSWORD,
                        new ClientAddress(java.net.InetAddress.ofLiteral("198.51.100.1"))))
        .isInstanceOf(Problem.class);
    assertThat(count("SELECT count(*) FROM account WHERE email = 'alice@mail.example'")).isZero();
  }

  @Test
  void the_keys_go_last() {
    deletes(alice, PASSWORD);
    var keys = "SELECT count(*) FROM actor_key WHERE actor_id = " + alice.id();
    assertThat(count(keys)).isPositive();
    assertThat(
            count(
                "SELECT count(*) FROM job WHERE kind = 'access.destroy_keys'"
                    + " AND due_at > now() + interval '7 days'"))
        .isEqualTo(1);

    town.drain();
    assertThat(count(keys)).isZero();
  }

  @Test
  void a_purged_host_leaves_nothing_and_others_keep_theirs() {
    // given
    alice.posts("mine stays");
    town.square().follow(alice.actor(), dora.actor());
    var note = dora.note("1", "<p>from afar</p>");
    dora.creates(note);
    alice.api().post("/api/v1/statuses/" + dora.post(note).orElseThrow().id() + "/favourite");
    town.drain();
    // when
    var square = town.square();
    var moderation = square.moderation();
    square.town().change(tx -> moderation.domainBlocks().block(tx, "far.example", "spam"));
    square.town().change(tx -> moderation.domainBlocks().purge(tx, "far.example"));
    town.drain();
    // then
    assertThat(count("SELECT count(*) FROM post WHERE deleted_at IS NULL")).isEqualTo(1);
    assertThat(count("SELECT count(*) FROM favourite")).isZero();
    assertThat(count("SELECT count(*) FROM follow")).isZero();
  }
}
