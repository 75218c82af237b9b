package social.kring.community.relationships;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.community.DocumentSource.Served;
import social.kring.community.Reader;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.ActorStanding.Choices;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowCollectionsTest {
  private static final int PAGE = 40;

  private Ties ties;
  private ActorRow alice;
  private int made;

  @BeforeAll
  void open() {
    ties = new Ties();
  }

  @AfterAll
  void close() {
    ties.close();
  }

  @BeforeEach
  void meet() {
    alice = ties.town.person("a" + made++);
  }

  @Test
  void a_collection_has_its_total_and_its_first_page() {
    var bob = ties.town.person("b" + made++);
    ties.follow(bob, alice);

    var followers = served(followers()).orElseThrow();
    var following = served(alice.addresses().following().orElseThrow()).orElseThrow();

    assertThat(followers.number("totalItems")).contains(1L);
    assertThat(following.number("totalItems")).contains(0L);
    var first = served(followers.id("first").orElseThrow()).orElseThrow();
    assertThat(first.ids("orderedItems")).containsExactly(bob.uri());
    assertThat(first.id("partOf")).contains(followers());
    assertThat(first.has("next")).isFalse();
  }

  @Test
  void pages_lead_to_each_other_until_everyone_was_shown_once() {
    for (var i = 0; i <= PAGE; i++) {
      follows(ties.town.stranger("s" + made++, "far.example"));
    }

    var first = served(FediUrl.parse(followers().text() + "?page=first")).orElseThrow();
    var next = served(first.id("next").orElseThrow()).orElseThrow();

    assertThat(first.ids("orderedItems")).hasSize(PAGE).doesNotHaveDuplicates();
    assertThat(next.ids("orderedItems"))
        .hasSize(1)
        .doesNotContainAnyElementsOf(first.ids("orderedItems"));
  }

  @Test
  void whoever_hides_members_shows_totals_only() {
    follows(ties.town.stranger("s" + made++, "far.example"));
    var people = ties.town.people();
    var hiding =
        people
            .profile(ties.town.database(), alice.id())
            .withChoices(new Choices(false, true, true, true));
    ties.town.change(tx -> people.update(tx, alice.id(), hiding));

    var followers = served(followers()).orElseThrow();

    assertThat(followers.number("totalItems")).contains(1L);
    assertThat(followers.has("first")).isFalse();
    assertThat(served(FediUrl.parse(followers().text() + "?page=first"))).isEmpty();
  }

  @Test
  void an_actor_that_keeps_its_old_addresses_is_served_there() {
    var old = FediUrl.parse("https://old.example/users/alice/followers?kind=all");
    ties.town
        .database()
        .execute(
            "UPDATE actor SET followers = $2 WHERE id = $1",
            io.vertx.sqlclient.Tuple.of(alice.id(), old.text()));

    var first = served(old).orElseThrow().id("first").orElseThrow();

    assertThat(first.text()).isEqualTo(old.text() + "&page=first");
    assertThat(served(first)).isPresent();
  }

  @Test
  void nobody_elses_collection_is_served() {
    var dan = ties.town.stranger("d" + made++, "far.example");

    assertThat(served(dan.addresses().followers().orElseThrow())).isEmpty();
  }

  private void follows(ActorRow stranger) {
    ties.receives(
        stranger,
        social.kring.federation.receiving.ObjectKind.ACTOR,
        "{'id':'%s/f','type':'Follow','actor':'%s','object':'%s'}"
            .formatted(stranger.uri(), stranger.uri(), alice.uri()));
  }

  private FediUrl followers() {
    return alice.addresses().followers().orElseThrow();
  }

  private Optional<Tree> served(FediUrl id) {
    return ties.relationships
        .capability()
        .documents()
        .getFirst()
        .find(id, Reader.PUBLIC)
        .map(Served::document);
  }
}
