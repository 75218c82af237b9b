package social.kring.protocol.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.url.FediUrl;

class WebFingerTest {
  private static final FediUrl ACTOR = FediUrl.parse("https://acme.example/ap/7f3a");

  @Test
  void an_answer_names_the_actor_its_page_and_how_to_follow() {
    var page = FediUrl.parse("https://acme.example/@alice");
    var answer =
        new WebFinger(
            Handle.parse("@alice@acme.example"),
            List.of(ACTOR, page),
            ACTOR,
            Optional.of(page),
            Optional.of("https://acme.example/authorize_interaction?uri={uri}"));
    assertThat(answer.toTree())
        .isEqualTo(
            StrictJson.parse(
                """
                {"subject": "acct:alice@acme.example",
                 "aliases": ["https://acme.example/ap/7f3a", "https://acme.example/@alice"],
                 "links": [
                   {"rel": "self", "type": "application/activity+json",
                    "href": "https://acme.example/ap/7f3a"},
                   {"rel": "http://webfinger.net/rel/profile-page", "type": "text/html",
                    "href": "https://acme.example/@alice"},
                   {"rel": "http://ostatus.org/schema/1.0/subscribe",
                    "template": "https://acme.example/authorize_interaction?uri={uri}"}]}
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/activity+json",
        "Application/Activity+JSON",
        "application/ld+json; profile=\\\"https://www.w3.org/ns/activitystreams\\\"",
        "application/ld+json;profile=\\\"https://www.w3.org/ns/activitystreams\\\""
      })
  void the_actor_is_the_self_link_of_an_activitystreams_type(String type) {
    var jrd =
        """
        {"subject": "acct:alice@acme.example", "links": [
          {"rel": "self", "type": "text/html", "href": "https://acme.example/page"},
          {"rel": "avatar", "type": "application/activity+json", "href": "https://acme.example/a"},
          {"rel": "self", "type": "%s", "href": "https://acme.example/ap/7f3a"}]}
        """;
    assertThat(WebFinger.from(StrictJson.parse(jrd.formatted(type))).self()).isEqualTo(ACTOR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"subject\": \"acct:alice@acme.example\"}",
        "{\"subject\": \"acct:alice@acme.example\", \"links\": []}",
        "{\"subject\": \"acct:alice@acme.example\", \"links\": \"https://acme.example/ap/7f3a\"}",
        "{\"subject\": 7, \"links\": [{\"rel\": \"self\", \"type\": \"application/activity+json\","
            + " \"href\": \"https://acme.example/ap/7f3a\"}]}",
        "{\"subject\": \"https://acme.example/@alice\", \"links\": [{\"rel\": \"self\","
            + " \"type\": \"application/activity+json\", \"href\": \"https://acme.example/a\"}]}",
        "{\"subject\": \"acct:alice@acme.example\", \"links\": [{\"rel\": \"self\","
            + " \"type\": \"application/activity+json\", \"href\": \"javascript:alert(1)\"}]}"
      })
  void an_answer_without_a_handle_or_an_actor_is_malformed(String jrd) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> WebFinger.from(StrictJson.parse(jrd)))
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.MALFORMED));
  }

  @Property
  void what_is_built_is_read_back(
      @ForAll @AlphaChars @StringLength(min = 1, max = 30) String name,
      @ForAll @AlphaChars @StringLength(max = 30) String path,
      @ForAll boolean hasPage) {
    var self = FediUrl.parse("https://acme.example/" + path);
    var answer =
        new WebFinger(
            new Handle(name, "acme.example"),
            List.of(self),
            self,
            hasPage ? Optional.of(ACTOR) : Optional.empty(),
            Optional.empty());
    assertThat(WebFinger.from(StrictJson.parse(answer.toTree().toBytes()))).isEqualTo(answer);
  }
}
