package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritingRoutesTest {
  private static final String STATUSES = "/api/v1/statuses";

  private ApiTown town;
  private Resident alice;
  private Resident bob;

  @BeforeAll
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    bob = town.person("bob");
  }

  @AfterAll
  void close() {
    town.close();
  }

  @Test
  void a_post_says_what_was_typed() {
    var post =
        alice.posts(
            "Hello <b>you</b>",
            "spoiler_text",
            "greeting",
            "visibility",
            "unlisted",
            "language",
            "en");

    assertThat(post.get("content")).isEqualTo("<p>Hello &lt;b&gt;you&lt;/b&gt;</p>");
    assertThat(post.get("spoiler_text")).isEqualTo("greeting");
    assertThat(post.get("sensitive")).isEqualTo("true");
    assertThat(post.get("visibility")).isEqualTo("unlisted");
    assertThat(post.get("language")).isEqualTo("en");
  }

  @Test
  void forms_multipart_and_json_are_read_alike() {
    var form = alice.posts("the same", "visibility", "private");
    var multipart =
        alice.api().multipart("POST", STATUSES, "status", "the same", "visibility", "private");
    var json =
        alice.api().json("POST", STATUSES, "{\"status\":\"the same\",\"visibility\":\"private\"}");

    for (var answer : List.of(form, multipart, json)) {
      assertThat(answer.get("content")).isEqualTo("<p>the same</p>");
      assertThat(answer.get("visibility")).isEqualTo("private");
    }
  }

  @Test
  void the_same_key_makes_one_post() {
    var first = alice.api().keyed("key-1", STATUSES, "status", "once");
    var second = alice.api().keyed("key-1", STATUSES, "status", "once");
    var other = alice.api().keyed("key-2", STATUSES, "status", "once");

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(other.id()).isNotEqualTo(first.id());
  }

  @Test
  void what_is_not_said_is_as_the_author_chose_once() {
    var carol = town.person("carol");
    carol
        .api()
        .json(
            "PATCH",
            "/api/v1/accounts/update_credentials",
            "{\"source\":{\"privacy\":\"private\",\"sensitive\":true,\"language\":\"de\"}}");

    var post = carol.posts("quietly");

    assertThat(post.get("visibility")).isEqualTo("private");
    assertThat(post.get("sensitive")).isEqualTo("true");
    assertThat(post.get("language")).isEqualTo("de");
  }

  @ParameterizedTest
  @CsvSource({
    "status, '', text",
    "spoiler_text, only, text",
    "visibility, secret, visibility",
    "language, not a tag, language",
    "media_ids[], 7, media_ids",
    "poll[options][], yes, poll",
    "scheduled_at, 2030-01-01, scheduled_at",
  })
  void what_cannot_be_posted_is_refused_by_name(String name, String value, String named) {
    var status = name.equals("spoiler_text") || name.equals("status") ? "" : "text";

    var answer = alice.api().post(STATUSES, "status", status, name, value);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.get("error").toLowerCase(Locale.ROOT))
        .contains(named.toLowerCase(Locale.ROOT));
  }

  @Test
  void text_that_cannot_be_stored_is_refused_by_its_fields_name() {
    var nul = alice.api().post(STATUSES, "status", "a\u0000b");
    var half = alice.api().json("POST", STATUSES, "{\"spoiler_text\":\"\\ud800\"}");

    assertThat(nul.status()).isEqualTo(422);
    assertThat(nul.get("error")).contains("status");
    assertThat(half.status()).isIn(400, 422);
  }

  @Test
  void json_that_two_readers_would_read_differently_is_refused() {
    var twice = alice.api().json("POST", STATUSES, "{\"status\":\"a\",\"status\":\"b\"}");
    var broken = alice.api().json("POST", STATUSES, "{\"status\":");

    assertThat(twice.status()).isEqualTo(400);
    assertThat(broken.status()).isEqualTo(400);
  }

  @Test
  void a_body_over_a_mebibyte_is_refused() {
    assertThat(alice.api().post(STATUSES, "status", "a".repeat(1 << 20)).status()).isEqualTo(413);
  }

  @Test
  void five_thousand_characters_fit_as_people_count_them() {
    assertThat(alice.api().post(STATUSES, "status", "😀".repeat(5_000)).status()).isEqualTo(200);
    assertThat(alice.api().post(STATUSES, "status", "😀".repeat(5_001)).status()).isEqualTo(422);
  }

  @Test
  void an_edit_keeps_what_it_does_not_name_and_shows_the_history() {
    var post = alice.posts("first", "spoiler_text", "careful", "language", "en");

    var edited = alice.api().put(STATUSES + "/" + post.id(), "status", "second");

    assertThat(edited.get("content")).isEqualTo("<p>second</p>");
    assertThat(edited.get("spoiler_text")).isEqualTo("careful");
    assertThat(edited.get("language")).isEqualTo("en");
    assertThat(edited.get("edited_at")).isNotEqualTo("null");
    assertThat(bob.api().get(STATUSES + "/" + post.id() + "/history").each("content"))
        .containsExactly("<p>first</p>", "<p>second</p>");
    assertThat(alice.api().get(STATUSES + "/" + post.id() + "/source").get("text"))
        .isEqualTo("second");
  }

  @Test
  void a_deletion_gives_back_what_was_typed_and_leaves_nothing() {
    var post = alice.posts("typed @bob");

    var deleted = alice.api().delete(STATUSES + "/" + post.id());

    assertThat(deleted.get("text")).isEqualTo("typed @bob");
    assertThat(alice.api().get(STATUSES + "/" + post.id()).status()).isEqualTo(404);
  }

  @Test
  void nobody_edits_deletes_or_reads_the_source_of_anothers_post() {
    var post = alice.posts("mine");

    assertThat(bob.api().put(STATUSES + "/" + post.id(), "status", "yours").status())
        .isEqualTo(404);
    assertThat(bob.api().delete(STATUSES + "/" + post.id()).status()).isEqualTo(404);
    assertThat(bob.api().get(STATUSES + "/" + post.id() + "/source").status()).isEqualTo(404);
    assertThat(alice.api().get(STATUSES + "/" + post.id()).get("content")).isEqualTo("<p>mine</p>");
  }

  @Test
  void an_answer_stands_below_what_it_answers_until_that_is_deleted() {
    var question = alice.posts("a question");
    var answer = bob.posts("an answer", "in_reply_to_id", question.id());
    var path = STATUSES + "/" + question.id() + "/context";

    assertThat(answer.get("in_reply_to_id")).isEqualTo(question.id());
    assertThat(answer.get("in_reply_to_account_id")).isEqualTo(alice.id());
    assertThat(town.api().get(path).at("/descendants/0/id").asText()).isEqualTo(answer.id());
    assertThat(
            town.api()
                .get(STATUSES + "/" + answer.id() + "/context")
                .at("/ancestors/0/id")
                .asText())
        .isEqualTo(question.id());
    assertThat(alice.api().get(STATUSES + "/" + question.id()).get("replies_count")).isEqualTo("1");

    alice.api().delete(STATUSES + "/" + question.id());
    town.drain();

    assertThat(bob.api().get(STATUSES + "/" + answer.id()).at("/in_reply_to_id").isNull()).isTrue();
  }

  @Test
  void nobody_answers_what_they_may_not_see() {
    var secret = alice.posts("for nobody", "visibility", "direct");

    assertThat(bob.api().post(STATUSES, "status", "hm", "in_reply_to_id", secret.id()).status())
        .isEqualTo(404);
  }

  @Test
  void an_author_s_own_answers_come_before_those_of_others_with_all_that_follows_them() {
    var bob = town.person("bertram");
    var root = alice.posts("one").id();
    var others = bob.posts("a word", "in_reply_to_id", root).id();
    var second = alice.posts("two", "in_reply_to_id", root).id();
    var aside = bob.posts("aside", "in_reply_to_id", second).id();
    var third = alice.posts("three", "in_reply_to_id", second).id();

    var context = alice.api().get("/api/v1/statuses/" + second + "/context");
    var all = alice.api().get("/api/v1/statuses/" + root + "/context");

    assertThat(ids(context.at("/ancestors"))).containsExactly(root);
    assertThat(ids(all.at("/descendants"))).containsExactly(second, third, aside, others);
  }

  private static java.util.List<String> ids(com.fasterxml.jackson.databind.JsonNode statuses) {
    var ids = new java.util.ArrayList<String>();
    statuses.forEach(status -> ids.add(status.at("/id").asText()));
    return ids;
  }
}
