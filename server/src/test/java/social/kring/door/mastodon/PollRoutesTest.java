package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

class PollRoutesTest {
  private ApiTown town;
  private Resident alice;
  private Resident bob;

  @BeforeEach
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    bob = town.person("bob");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private static String[] asking(String... more) {
    var form =
        new ArrayList<>(
            List.of(
                "poll[options][]", "tea", "poll[options][]", "coffee", "poll[expires_in]", "600"));
    form.addAll(Arrays.asList(more));
    return form.toArray(String[]::new);
  }

  private ApiAnswer votes(Resident who, String poll, String... choices) {
    var form =
        Arrays.stream(choices)
            .flatMap(choice -> java.util.stream.Stream.of("choices[]", choice))
            .toArray(String[]::new);
    return who.api().post("/api/v1/polls/" + poll + "/votes", form);
  }

  private List<String> told(Resident who) {
    town.drain();
    return who.api().get("/api/v1/notifications").each("type");
  }

  @Test
  void a_vote_counts_once_and_shows_to_the_voter_alone() {
    var post = alice.posts("what shall we drink?", asking());
    assertThat(post.at("/poll/id").asText()).isEqualTo(post.id());
    assertThat(post.at("/poll/voted").asBoolean()).isTrue();

    var voted = votes(bob, post.id(), "1");

    assertThat(voted.at("/options/1/votes_count").asInt()).isEqualTo(1);
    assertThat(voted.at("/options/0/votes_count").asInt()).isZero();
    assertThat(voted.get("votes_count")).isEqualTo("1");
    assertThat(voted.get("voters_count")).isEqualTo("1");
    assertThat(voted.get("voted")).isEqualTo("true");
    assertThat(voted.at("/own_votes").toString()).isEqualTo("[1]");
    assertThat(votes(bob, post.id(), "0").status()).isEqualTo(422);
    var seen = bob.api().get("/api/v1/statuses/" + post.id());
    assertThat(seen.at("/poll/own_votes").toString()).isEqualTo("[1]");
    var others = town.person("carol").api().get("/api/v1/polls/" + post.id());
    assertThat(others.get("voted")).isEqualTo("false");
    assertThat(others.get("votes_count")).isEqualTo("1");
    assertThat(town.api().get("/api/v1/polls/" + post.id()).json().has("voted")).isFalse();
  }

  @Test
  void of_several_choices_each_counts_and_the_voter_once() {
    var post = alice.posts("which ones?", asking("poll[multiple]", "true"));

    var voted = votes(bob, post.id(), "0", "1");

    assertThat(voted.get("votes_count")).isEqualTo("2");
    assertThat(voted.get("voters_count")).isEqualTo("1");
    assertThat(voted.at("/own_votes").toString()).isEqualTo("[0,1]");
  }

  @Test
  void what_is_no_vote_is_refused_and_changes_nothing() {
    var post = alice.posts("what shall we drink?", asking());

    assertThat(votes(bob, post.id(), "2").status()).isEqualTo(422);
    assertThat(votes(bob, post.id(), "-1").status()).isEqualTo(422);
    assertThat(votes(bob, post.id(), "tea").status()).isEqualTo(422);
    assertThat(votes(bob, post.id()).status()).isEqualTo(422);
    assertThat(votes(bob, post.id(), "0", "1").status()).isEqualTo(422);
    assertThat(votes(alice, post.id(), "0").status()).isEqualTo(422);
    assertThat(votes(bob, alice.posts("no poll").id(), "0").status()).isEqualTo(404);

    assertThat(bob.api().get("/api/v1/polls/" + post.id()).get("votes_count")).isEqualTo("0");
  }

  @Test
  void who_may_not_see_a_poll_cannot_vote_in_it() {
    var post = alice.posts("for followers", asking("visibility", "private"));

    assertThat(votes(bob, post.id(), "0").status()).isEqualTo(404);
    assertThat(bob.api().get("/api/v1/polls/" + post.id()).status()).isEqualTo(404);
  }

  @Test
  void at_the_end_author_and_voters_are_told_and_nobody_can_vote_any_more() {
    var carol = town.person("carol");
    var post = alice.posts("what shall we drink?", asking());
    votes(bob, post.id(), "0");

    town.square().town().clock().advance(Duration.ofMinutes(11));

    assertThat(told(alice)).containsExactly("poll");
    assertThat(told(bob)).containsExactly("poll");
    assertThat(told(carol)).isEmpty();
    assertThat(votes(carol, post.id(), "0").status()).isEqualTo(422);
    assertThat(carol.api().get("/api/v1/polls/" + post.id()).get("expired")).isEqualTo("true");
  }

  @Test
  void hidden_totals_show_at_the_end() {
    var post = alice.posts("secretly", asking("poll[hide_totals]", "true"));

    var voted = votes(bob, post.id(), "0");

    assertThat(voted.at("/options/0/votes_count").isNull()).isTrue();
    town.square().town().clock().advance(Duration.ofMinutes(11));
    assertThat(bob.api().get("/api/v1/polls/" + post.id()).at("/options/0/votes_count").asInt())
        .isEqualTo(1);
  }

  @Test
  void an_edited_poll_begins_anew() {
    var post = alice.posts("what shall we drink?", asking());
    votes(bob, post.id(), "0");

    var same =
        alice.api().put("/api/v1/statuses/" + post.id(), asking("status", "what will we drink?"));
    assertThat(same.at("/poll/votes_count").asInt()).isEqualTo(1);
    var other =
        alice
            .api()
            .put(
                "/api/v1/statuses/" + post.id(),
                asking("status", "what will we drink?", "poll[options][]", "water"));

    assertThat(other.at("/poll/options").size()).isEqualTo(3);
    assertThat(other.at("/poll/votes_count").asInt()).isZero();
    assertThat(bob.api().get("/api/v1/polls/" + post.id()).get("voted")).isEqualTo("false");
    assertThat(votes(bob, post.id(), "2").status()).isEqualTo(200);
    var history = alice.api().get("/api/v1/statuses/" + post.id() + "/history");
    assertThat(history.at("/0/poll/options").size()).isEqualTo(2);
    assertThat(history.at("/2/poll/options").size()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "one,,600",
    "same,same,600",
    "a,b,299",
    "a,b,99999999",
    "a,b,soon",
    "a,b,",
  })
  void what_cannot_be_asked_is_refused(String first, String second, String expiry) {
    var answer =
        alice
            .api()
            .post(
                "/api/v1/statuses",
                "status",
                "?",
                "poll[options][]",
                first,
                "poll[options][]",
                second == null ? "" : second,
                "poll[expires_in]",
                expiry == null ? "" : expiry);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.get("error").toLowerCase(java.util.Locale.ROOT)).contains("poll");
  }
}
