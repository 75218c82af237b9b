package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilterRoutesTest {
  private static final String PATH = "/api/v2/filters";

  private final ApiTown town = new ApiTown();
  private int rounds;
  private Resident alice;
  private Resident bob;

  @BeforeEach
  void meet() {
    rounds++;
    alice = town.person("alice" + rounds);
    bob = town.person("bob" + rounds);
  }

  @AfterAll
  void close() {
    town.close();
  }

  private String filter(String keyword, boolean wholeWord) {
    return alice
        .api()
        .post(
            PATH,
            "title",
            keyword,
            "context[]",
            "home",
            "keywords_attributes[0][keyword]",
            keyword,
            "keywords_attributes[0][whole_word]",
            Boolean.toString(wholeWord))
        .id();
  }

  private List<String> matched(String post) {
    var keywords = new java.util.ArrayList<String>();
    alice
        .api()
        .get("/api/v1/statuses/" + post)
        .at("/filtered")
        .forEach(result -> result.get("keyword_matches").forEach(it -> keywords.add(it.asText())));
    return keywords;
  }

  @Test
  void filters_are_made_changed_and_deleted_with_their_keywords() {
    var made =
        alice
            .api()
            .json(
                "POST",
                PATH,
                """
                {"title": "Games", "context": ["home", "public"], "filter_action": "hide",
                 "expires_in": 3600,
                 "keywords_attributes": [{"keyword": "goal", "whole_word": false},
                                         {"keyword": "score"}]}
                """);
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.get("filter_action")).isEqualTo("hide");
    assertThat(made.at("/context")).hasSize(2);
    assertThat(made.at("/expires_at").asText()).isNotBlank();
    assertThat(made.at("/keywords/0/whole_word").asBoolean()).isFalse();
    assertThat(made.at("/keywords/1/whole_word").asBoolean()).isTrue();

    var first = made.get("keywords/0/id");
    var changed =
        alice
            .api()
            .json(
                "PUT",
                PATH + "/" + made.id(),
                """
                {"title": "Sports", "expires_in": "",
                 "keywords_attributes": [{"id": "%s", "_destroy": true}, {"keyword": "match"}]}
                """
                    .formatted(first));
    assertThat(changed.get("title")).isEqualTo("Sports");
    assertThat(changed.get("filter_action")).isEqualTo("hide");
    assertThat(changed.at("/expires_at").isNull()).isTrue();
    assertThat(changed.at("/keywords").findValuesAsText("keyword"))
        .containsExactly("score", "match");

    assertThat(alice.api().delete(PATH + "/" + made.id()).status()).isEqualTo(200);
    assertThat(alice.api().get(PATH).json()).isEmpty();
  }

  @Test
  void keywords_have_routes_of_their_own() {
    var filter = filter("one", true);
    var path = PATH + "/" + filter + "/keywords";
    var two = alice.api().post(path, "keyword", "two", "whole_word", "false");

    assertThat(alice.api().get(path).each("keyword")).containsExactly("one", "two");
    var own = PATH + "/keywords/" + two.id();
    assertThat(alice.api().put(own, "keyword", "three").at("/whole_word").asBoolean()).isFalse();
    assertThat(alice.api().get(own).get("keyword")).isEqualTo("three");
    alice.api().delete(own);
    assertThat(alice.api().get(own).status()).isEqualTo(404);
    assertThat(alice.api().get(path).each("keyword")).containsExactly("one");
  }

  @Test
  void single_posts_are_filtered_if_one_may_see_them() {
    var filter = filter("never", true);
    var path = PATH + "/" + filter + "/statuses";
    var post = bob.posts("harmless").id();
    var hidden = bob.posts("for nobody", "visibility", "direct").id();

    var entry = alice.api().post(path, "status_id", post);

    assertThat(entry.get("status_id")).isEqualTo(post);
    assertThat(alice.api().post(path, "status_id", hidden).status()).isEqualTo(404);
    assertThat(alice.api().get(path).each("status_id")).containsExactly(post);
    var result = alice.api().get("/api/v1/statuses/" + post).at("/filtered/0");
    assertThat(result.at("/status_matches/0").asText()).isEqualTo(post);
    assertThat(result.at("/keyword_matches").isNull()).isTrue();
    alice.api().delete(PATH + "/statuses/" + entry.id());
    assertThat(alice.api().get("/api/v1/statuses/" + post).at("/filtered")).isEmpty();
  }

  @Test
  void nobody_reaches_the_filters_of_somebody_else() {
    var filter = filter("mine", true);
    var keyword = alice.api().get(PATH + "/" + filter).get("keywords/0/id");

    assertThat(bob.api().get(PATH + "/" + filter).status()).isEqualTo(404);
    assertThat(bob.api().put(PATH + "/" + filter, "title", "his").status()).isEqualTo(404);
    assertThat(bob.api().delete(PATH + "/" + filter).status()).isEqualTo(404);
    assertThat(bob.api().delete(PATH + "/keywords/" + keyword).status()).isEqualTo(404);
    var his = bob.api().post(PATH, "title", "his", "context[]", "home").id();
    var stolen =
        bob.api().put(PATH + "/" + his, "keywords_attributes[0][id]", keyword, "title", "t");
    assertThat(stolen.status()).isEqualTo(404);
    assertThat(alice.api().get(PATH + "/" + filter).get("keywords/0/keyword")).isEqualTo("mine");
  }

  @Test
  void what_cannot_be_is_named() {
    assertThat(alice.api().post(PATH, "context[]", "home").get("error")).contains("Title");
    assertThat(alice.api().post(PATH, "title", "t").get("error")).contains("Context");
    assertThat(alice.api().post(PATH, "title", "t", "context[]", "bed").get("error"))
        .contains("context");
    var action = alice.api().post(PATH, "title", "t", "context[]", "home", "filter_action", "x");
    assertThat(action.status()).isEqualTo(422);
    var blank =
        alice
            .api()
            .post(PATH, "title", "t", "context[]", "home", "keywords_attributes[0][keyword]", " ");
    assertThat(blank.status()).isEqualTo(422);
    assertThat(alice.api().get(PATH).json()).isEmpty();
  }

  @Test
  void there_are_limits_on_filters_and_keywords() {
    var filter = filter("first", true);
    var many = new java.util.ArrayList<String>(List.of("title", "many"));
    IntStream.range(0, 200)
        .forEach(i -> many.addAll(List.of("keywords_attributes[" + i + "][keyword]", "k" + i)));

    var answer = alice.api().put(PATH + "/" + filter, many.toArray(String[]::new));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(alice.api().get(PATH + "/" + filter).at("/keywords")).hasSize(1);
  }

  @Test
  void keywords_are_found_in_text_warning_poll_and_descriptions_whatever_their_case() {
    filter("Köln", true);
    var carol = town.stranger("carol" + rounds, "far.example");
    town.square().follow(alice.actor(), carol.actor());
    var poll =
        carol
            .note("poll", "<p>Where?</p>")
            .with("type", "Question")
            .with("oneOf", List.of(java.util.Map.of("type", "Note", "name", "in KÖLN")));
    var picture =
        carol
            .note("picture", "<p>look</p>")
            .with(
                "attachment",
                List.of(
                    java.util.Map.of(
                        "type", "Document",
                        "mediaType", "image/png",
                        "url", "https://far.example/p.png",
                        "name", "the dome of köln")));
    carol.creates(poll);
    carol.creates(picture);

    assertThat(matched(bob.posts("I was in köln, yes").id())).containsExactly("Köln");
    assertThat(matched(bob.posts("a trip", "spoiler_text", "KÖLN").id())).containsExactly("Köln");
    assertThat(matched(Long.toString(carol.post(poll).orElseThrow().id()))).isNotEmpty();
    assertThat(matched(Long.toString(carol.post(picture).orElseThrow().id()))).isNotEmpty();
    assertThat(matched(bob.posts("Kölner live there").id())).isEmpty();
  }

  @Test
  void whole_words_are_bounded_where_they_begin_or_end_with_a_word() {
    filter("#cat", true);
    filter("nip", false);

    assertThat(matched(bob.posts("see #cat!").id())).containsExactly("#cat");
    assertThat(matched(bob.posts("see #catnip").id())).containsExactly("nip");
    assertThat(matched(bob.posts("(#cat)").id())).containsExactly("#cat");
  }

  @Test
  void patterns_are_words_like_any_other() {
    filter("(a+)+$", false);

    assertThat(matched(bob.posts("a".repeat(4_000) + "!").id())).isEmpty();
    assertThat(matched(bob.posts("what is (A+)+$ good for").id())).hasSize(1);
  }

  @Test
  void every_list_says_what_matches_and_hides_nothing() {
    alice.follows(bob);
    var filter = filter("secret", true);
    alice.api().put(PATH + "/" + filter, "filter_action", "hide");
    var post = bob.posts("a secret #thing @alice" + rounds).id();
    town.drain();

    for (var list :
        List.of(
            "/api/v1/timelines/home",
            "/api/v1/timelines/public?local=true",
            "/api/v1/timelines/tag/thing",
            "/api/v1/accounts/" + bob.id() + "/statuses",
            "/api/v1/statuses?id[]=" + post)) {
      var first = alice.api().get(list).at("/0");
      assertThat(first.at("/id").asText()).as(list).isEqualTo(post);
      assertThat(first.at("/filtered/0/filter/id").asText()).as(list).isEqualTo(filter);
      assertThat(first.at("/filtered/0/filter/keywords").isMissingNode()).isTrue();
    }
    var told = alice.api().get("/api/v1/notifications");
    assertThat(told.at("/0/status/filtered/0/keyword_matches/0").asText()).isEqualTo("secret");
    assertThat(bob.api().get("/api/v1/statuses/" + post).at("/filtered")).isEmpty();
  }

  @Test
  void boosts_match_as_what_they_show() {
    filter("secret", true);
    var post = bob.posts("a secret").id();
    var boost = bob.api().post("/api/v1/statuses/" + post + "/reblog").id();

    var seen = alice.api().get("/api/v1/statuses/" + boost);

    assertThat(seen.at("/filtered")).hasSize(1);
    assertThat(seen.at("/reblog/filtered")).hasSize(1);
  }

  @Test
  void a_change_counts_at_once_and_what_has_expired_matches_nothing() {
    var post = bob.posts("a secret").id();
    assertThat(matched(post)).isEmpty();
    var filter = filter("secret", true);
    assertThat(matched(post)).hasSize(1);

    alice.api().put(PATH + "/" + filter, "expires_in", "0");
    assertThat(matched(post)).isEmpty();
    alice.api().json("PUT", PATH + "/" + filter, "{\"expires_in\": null}");
    assertThat(matched(post)).hasSize(1);
    alice.api().delete(PATH + "/" + filter);
    assertThat(matched(post)).isEmpty();
  }

  @Test
  void older_apps_see_each_keyword_as_a_filter() {
    var old = "/api/v1/filters";
    var made = alice.api().post(old, "phrase", "word", "context[]", "home", "irreversible", "true");
    assertThat(made.get("phrase")).isEqualTo("word");
    assertThat(made.at("/irreversible").asBoolean()).isTrue();
    assertThat(alice.api().get(PATH).at("/0/filter_action").asText()).isEqualTo("hide");
    var own = old + "/" + made.id();
    assertThat(alice.api().put(own, "phrase", "words").get("phrase")).isEqualTo("words");
    assertThat(alice.api().get(old).each("id")).containsExactly(made.id());

    var filter = alice.api().get(PATH).at("/0/id").asText();
    alice.api().post(PATH + "/" + filter + "/keywords", "keyword", "second");
    assertThat(alice.api().get(old).json()).hasSize(2);
    assertThat(alice.api().put(own, "irreversible", "false").status()).isEqualTo(422);

    alice.api().delete(own);
    assertThat(alice.api().get(PATH).json()).hasSize(1);
    alice.api().get(old).each("id").forEach(id -> alice.api().delete(old + "/" + id));
    assertThat(alice.api().get(PATH).json()).isEmpty();
    assertThat(alice.api().post(old, "context[]", "home").status()).isEqualTo(422);
  }

  @Test
  void a_filter_takes_no_more_changes_at_once_than_make_sense() {
    var keywords =
        IntStream.range(0, 401)
            .mapToObj(i -> "{\"keyword\":\"word\"}")
            .collect(Collectors.joining(","));

    var refused =
        alice
            .api()
            .json(
                "POST",
                PATH,
                "{\"title\":\"t\",\"context\":[\"home\"],\"keywords_attributes\":["
                    + keywords
                    + "]}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.get("error")).contains("keywords_attributes", "400");
    assertThat(alice.api().get(PATH).json()).isEmpty();
  }
}
