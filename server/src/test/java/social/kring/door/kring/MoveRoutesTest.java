package social.kring.door.kring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.federation.actors.ActorRow;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;
import social.kring.testing.Stranger;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoveRoutesTest {
  private static final String MOVE = "/api/kring/v1/move";

  private ApiTown town;
  private Resident alice;
  private Resident bob;
  private Stranger nora;
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
    nora = town.stranger("nora" + made, "new.example");
    bob.follows(alice);
    town.square().happened();
  }

  private void names(ActorRow target, String... aliases) {
    var actors = town.square().town().foundation().actors();
    town.square().town().change(tx -> actors.updateAliases(tx, target.id(), List.of(aliases)));
  }

  private ApiAnswer moves(Resident who, String target) {
    return who.api().json("POST", MOVE, "{\"target\":\"" + target + "\"}");
  }

  @Test
  void followers_go_along_with_whoever_moves_to_one_who_names_her() {
    names(nora.actor(), alice.actor().uri().text());

    var answer = moves(alice, "@nora" + made + "@new.example");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.get("uri")).isEqualTo(nora.actor().uri().text());
    var told = town.square().published();
    assertThat(told)
        .anySatisfy(
            publication -> {
              var move = publication.activity();
              assertThat(move.string("type")).contains("Move");
              assertThat(move.string("object")).contains(alice.actor().uri().text());
              assertThat(move.string("target")).contains(nora.actor().uri().text());
              assertThat(publication.recipients())
                  .extracting("audience")
                  .containsExactly("followers");
            });
    assertThat(told)
        .anySatisfy(update -> assertThat(update.activity().string("type")).contains("Update"));
    var ties =
        bob.api().get("/api/v1/accounts/relationships?id[]=" + nora.id() + "&id[]=" + alice.id());
    assertThat(ties.each("requested")).containsExactly("true", "false");
    assertThat(ties.each("following")).containsExactly("false", "false");
    assertThat(town.api().get("/api/v1/accounts/" + alice.id()).at("/moved/id").asText())
        .isEqualTo(Long.toString(nora.id()));
  }

  @Test
  void whoever_moved_reads_on_but_posts_likes_boosts_and_follows_no_longer() {
    var post = bob.posts("still here").id();
    names(nora.actor(), alice.actor().uri().text());
    moves(alice, nora.actor().uri().text());

    assertThat(alice.api().get("/api/v1/timelines/home").status()).isEqualTo(200);
    assertThat(alice.api().post("/api/v1/statuses", "status", "me too").status()).isEqualTo(403);
    for (var deed : new String[] {"favourite", "reblog"}) {
      assertThat(alice.api().post("/api/v1/statuses/" + post + "/" + deed).status()).isEqualTo(403);
    }
    assertThat(alice.api().post("/api/v1/accounts/" + bob.id() + "/follow").status())
        .isEqualTo(403);
  }

  @Test
  void a_target_that_does_not_name_the_one_who_moves_changes_nothing() {
    names(nora.actor(), bob.actor().uri().text());

    var answer = moves(alice, nora.actor().uri().text());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.get("error")).contains("alsoKnownAs");
    assertThat(town.square().published()).isEmpty();
    assertThat(town.api().get("/api/v1/accounts/" + alice.id()).json().get("moved").isNull())
        .isTrue();
  }

  @Test
  void nobody_moves_to_herself_to_nobody_or_twice_within_a_week() {
    assertThat(moves(alice, alice.actor().uri().text()).status()).isEqualTo(422);
    assertThat(moves(alice, "").status()).isEqualTo(422);
    assertThat(moves(alice, "nobody@nowhere.example").status()).isEqualTo(422);
    assertThat(moves(alice, "https://nowhere.example/none").status()).isEqualTo(422);

    names(nora.actor(), alice.actor().uri().text());
    assertThat(moves(alice, nora.actor().uri().text()).status()).isEqualTo(200);
    assertThat(moves(alice, nora.actor().uri().text()).status()).isEqualTo(200);
    names(bob.actor(), alice.actor().uri().text());
    assertThat(moves(alice, bob.actor().uri().text()).status()).isEqualTo(422);
  }

  @Test
  void aliases_are_replaced_and_told_to_followers() {
    var old = "https://old.example/users/alice";

    var answer =
        alice
            .api()
            .json(
                "PUT", "/api/kring/v1/aliases", "{\"aliases\":[\"" + old + "\",\"" + old + "\"]}");

    assertThat(answer.text()).isEqualTo("{\"aliases\":[\"" + old + "\"]}");
    assertThat(alice.api().get("/api/kring/v1/aliases").text()).isEqualTo(answer.text());
    assertThat(town.square().published())
        .anySatisfy(
            update ->
                assertThat(update.activity().tree("object").orElseThrow().strings("alsoKnownAs"))
                    .containsExactly(old));
    assertThat(alice.api().json("PUT", "/api/kring/v1/aliases", "{\"aliases\":[]}").text())
        .isEqualTo("{\"aliases\":[]}");
  }

  @Test
  void what_is_no_address_is_no_alias() {
    var answer =
        alice.api().json("PUT", "/api/kring/v1/aliases", "{\"aliases\":[\"javascript:x\"]}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(alice.api().json("PUT", "/api/kring/v1/aliases", "{}").status()).isEqualTo(422);
    assertThat(alice.api().get("/api/kring/v1/aliases").text()).isEqualTo("{\"aliases\":[]}");
  }
}
