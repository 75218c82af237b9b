package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.json.Tree;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

class ScheduleRoutesTest {
  private static final String STATUSES = "/api/v1/statuses";
  private static final String PATH = "/api/v1/scheduled_statuses";

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

  private Instant in(Duration time) {
    return town.square().town().clock().instant().plus(time);
  }

  private ApiAnswer schedules(String text, Instant at, String... more) {
    var form = new String[more.length + 2];
    form[0] = "scheduled_at";
    form[1] = at.toString();
    System.arraycopy(more, 0, form, 2, more.length);
    return alice.posts(text, form);
  }

  private java.util.List<String> published() {
    return town.api().get("/api/v1/accounts/" + alice.id() + "/statuses").each("content");
  }

  /** As the job does it that was left for a time. */
  private void comes(String id) {
    town.square().schedule().capability().jobs().stream()
        .forEach(job -> job.run(Tree.builder().put("id", Long.parseLong(id)).build()));
  }

  @Test
  void a_post_waits_for_its_time_and_is_published_once() {
    var left = schedules("later", in(Duration.ofHours(1)), "visibility", "unlisted");
    assertThat(left.at("/params/text").asText()).isEqualTo("later");
    assertThat(left.at("/params/visibility").asText()).isEqualTo("unlisted");
    assertThat(left.at("/media_attachments")).isEmpty();
    comes(left.id());
    assertThat(published()).isEmpty();
    assertThat(alice.api().get(PATH).each("id")).containsExactly(left.id());

    town.square().town().clock().advance(Duration.ofHours(1));
    comes(left.id());
    comes(left.id());

    assertThat(published()).containsExactly("<p>later</p>");
    assertThat(alice.api().get(PATH).each("id")).isEmpty();
  }

  @Test
  void the_job_that_was_left_publishes_it() {
    schedules("later", in(Duration.ofHours(1)));

    town.square().town().clock().advance(Duration.ofHours(1));
    town.drain();

    assertThat(published()).containsExactly("<p>later</p>");
  }

  @Test
  void it_can_be_moved_and_cancelled_by_its_author_alone() {
    var id = schedules("later", in(Duration.ofHours(1))).id();
    var path = PATH + "/" + id;
    var later = in(Duration.ofHours(3)).toString();

    assertThat(bob.api().get(path).status()).isEqualTo(404);
    assertThat(bob.api().put(path, "scheduled_at", later).status()).isEqualTo(404);
    assertThat(bob.api().delete(path).status()).isEqualTo(404);
    assertThat(alice.api().put(path, "scheduled_at", later).status()).isEqualTo(200);
    town.square().town().clock().advance(Duration.ofHours(2));
    comes(id);
    assertThat(published()).isEmpty();
    assertThat(alice.api().delete(path).status()).isEqualTo(200);
    town.square().town().clock().advance(Duration.ofHours(2));
    comes(id);

    assertThat(alice.api().get(path).status()).isEqualTo(404);
    assertThat(published()).isEmpty();
  }

  @Test
  void the_same_request_leaves_one() {
    var at = in(Duration.ofHours(1)).toString();
    var first = alice.api().keyed("same", STATUSES, "status", "later", "scheduled_at", at);
    var second = alice.api().keyed("same", STATUSES, "status", "later", "scheduled_at", at);

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(alice.api().get(PATH).each("id")).hasSize(1);
  }

  @Test
  void what_it_answers_may_be_gone_by_then() {
    var post = bob.posts("well?").id();
    var id = schedules("an answer", in(Duration.ofHours(1)), "in_reply_to_id", post).id();
    bob.api().delete("/api/v1/statuses/" + post);

    town.square().town().clock().advance(Duration.ofHours(1));
    comes(id);

    assertThat(published()).containsExactly("<p>an answer</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "2026-11-24T12:04:59Z", "2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z"})
  void a_time_that_is_none_is_refused_by_name(String at) {
    var answer = alice.api().post("/api/v1/statuses", "status", "later", "scheduled_at", at);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.get("error")).contains("scheduled_at");
  }

  @Test
  void there_is_a_limit_for_each_day() {
    for (var i = 0; i < 25; i++) schedules("later " + i, in(Duration.ofHours(1)));

    var one =
        alice
            .api()
            .post(
                "/api/v1/statuses",
                "status",
                "too much",
                "scheduled_at",
                in(Duration.ofHours(1)).toString());
    assertThat(one.status()).isEqualTo(422);
    assertThat(schedules("tomorrow", in(Duration.ofHours(25))).status()).isEqualTo(200);
  }

  @Test
  void what_cannot_be_published_cannot_be_left_for_later() {
    var at = in(Duration.ofHours(1)).toString();
    var hidden = bob.posts("for followers", "visibility", "private").id();

    var empty = alice.api().post("/api/v1/statuses", "status", "", "scheduled_at", at);
    var blind =
        alice
            .api()
            .post("/api/v1/statuses", "status", "?", "scheduled_at", at, "in_reply_to_id", hidden);

    assertThat(empty.status()).isEqualTo(422);
    assertThat(blind.status()).isEqualTo(404);
    assertThat(alice.api().get(PATH).each("id")).isEmpty();
  }
}
