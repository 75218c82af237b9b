package social.kring.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;

class JsonLdTest {
  private static final String AS = "https://www.w3.org/ns/activitystreams#";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"Note\", \"content\": \"hi\"}",
        "{\"@context\": null, \"type\": \"Note\", \"content\": \"hi\"}",
        "{\"@context\": \"https://unknown.example/ns\", \"type\": \"Note\", \"content\": \"hi\"}",
        "{\"@context\": [], \"type\": \"Note\", \"content\": \"hi\"}",
        "{\"@context\": [null, 7, [\"https://a.example\"]], \"type\": \"Note\", \"content\": \"hi\"}"
      })
  void a_context_that_says_nothing_of_activitystreams_counts_as_that(String json) {
    var compact = compact(json);

    assertThat(compact.string("type")).contains("Note");
    assertThat(compact.string("content")).contains("hi");
  }

  @Test
  void keywords_and_whole_iris_become_names() {
    var compact =
        compact(
            """
            {"@id": "https://a.example/1",
             "@type": ["https://www.w3.org/ns/activitystreams#Create"],
             "https://www.w3.org/ns/activitystreams#actor": [{"@id": "https://a.example/alice"}],
             "https://www.w3.org/ns/activitystreams#published": [
               {"@type": "http://www.w3.org/2001/XMLSchema#dateTime",
                "@value": "2026-11-24T10:00:00Z"}],
             "https://www.w3.org/ns/activitystreams#object": [
               {"@id": "https://a.example/2", "@type": "as:Note",
                "as:content": {"@value": "hi"},
                "as:to": {"@id": "as:Public"}}]}
            """);

    assertThat(compact.string("id")).contains("https://a.example/1");
    assertThat(compact.string("type")).contains("Create");
    assertThat(compact.string("actor")).contains("https://a.example/alice");
    assertThat(compact.string("published")).contains("2026-11-24T10:00:00Z");
    var note = compact.tree("object").orElseThrow();
    assertThat(note.string("type")).contains("Note");
    assertThat(note.string("content")).contains("hi");
    assertThat(note.string("to")).contains(AS + "Public");
  }

  @Test
  void a_date_without_its_type_is_under_the_same_name_as_one_with_it() {
    var compact = compact("{\"as:published\": \"2026-11-24T10:00:00Z\", \"as:url\": \"x:y\"}");

    assertThat(compact.string("published")).contains("2026-11-24T10:00:00Z");
    assertThat(compact.string("url")).contains("x:y");
  }

  @Test
  void names_that_a_document_makes_for_itself_become_ours() {
    var compact =
        compact(
            """
            {"@context": ["https://www.w3.org/ns/activitystreams",
               {"text": "as:content", "who": {"@id": "as:attributedTo", "@type": "@id"},
                "Post": "as:Note", "me": "https://a.example/people/", "kind": "@type"}],
             "id": "me:1", "kind": "Post", "text": "hi", "who": "me:alice"}
            """);

    assertThat(compact.string("type")).contains("Note");
    assertThat(compact.string("id")).contains("https://a.example/people/1");
    assertThat(compact.string("content")).contains("hi");
    assertThat(compact.string("attributedTo")).contains("https://a.example/people/alice");
  }

  @Test
  void a_context_further_in_holds_there_only() {
    var compact =
        compact(
            """
            {"type": "Create", "text": "outside",
             "object": {"@context": {"text": "as:content"}, "type": "Note", "text": "inside"}}
            """);

    assertThat(compact.string("text")).contains("outside");
    assertThat(compact.tree("object").flatMap(note -> note.string("content"))).contains("inside");
  }

  @Test
  void a_redefined_name_means_what_the_document_says() {
    var compact =
        compact(
            """
            {"@context": {"content": "as:summary", "summary": "https://x.example/ns#s"},
             "type": "Note", "content": "a warning", "summary": "something else"}
            """);

    assertThat(compact.string("summary")).contains("a warning");
    assertThat(compact.string("https://x.example/ns#s")).contains("something else");
    assertThat(compact.has("content")).isFalse();
  }

  @Test
  void properties_that_nobody_knows_survive_under_their_names() {
    var compact =
        compact(
            """
            {"@type": "Note", "foo": {"bar": [1, 2.5, true, "x"], "id": "https://x.example/1"},
             "https://x.example/ns#y": "z", "diaspora:guid": "g", "vcard:bday": "2000-01-01",
             "http://www.w3.org/2006/vcard/ns#Address": "Kyoto", "Foo": {"type": "Bar"}}
            """);

    var foo = compact.tree("foo").orElseThrow();
    assertThat(foo.scalars("bar")).containsExactly("1", "2.5", "true", "x");
    assertThat(foo.string("id")).contains("https://x.example/1");
    assertThat(compact.string("https://x.example/ns#y")).contains("z");
    assertThat(compact.string("diaspora:guid")).contains("g");
    assertThat(compact.string("vcard:bday")).contains("2000-01-01");
    assertThat(compact.string("vcard:Address")).contains("Kyoto");
    assertThat(compact.tree("Foo").flatMap(inner -> inner.string("type"))).contains("Bar");
  }

  @Test
  void our_own_terms_are_written_with_our_prefix_however_they_came() {
    var prefixed =
        """
        {"@context": ["https://www.w3.org/ns/activitystreams", "https://kring.social/ns/v1"],
         "type": "Note", "kring:job": {"type": "schema:JobPosting", "title": "Java developer"},
         "kring:previously": "https://old.example/1"}
        """;
    var whole =
        prefixed
            .replace("kring:job", "https://kring.social/ns/v1#job")
            .replace("kring:previously", "https://kring.social/ns/v1#previously")
            .replace("schema:JobPosting", "https://schema.org/JobPosting");

    var document = StrictJson.parse(prefixed);
    assertThat(JsonLd.compact(document)).isSameAs(document);
    assertThat(Essence.of(compact(whole))).isEqualTo(Essence.of(document));
  }

  @Test
  void texts_in_languages_keep_them_and_one_is_there_for_who_asks_for_none() {
    var compact =
        compact(
            """
            {"@type": "Note",
             "as:content": [{"@value": "Hallo", "@language": "de"},
                            {"@value": "hello", "@language": "en"}],
             "as:name": "plain", "nameMap": {"fr": "simple"}}
            """);

    assertThat(compact.string("content")).contains("Hallo");
    assertThat(compact.tree("contentMap").flatMap(map -> map.string("en"))).contains("hello");
    assertThat(compact.string("name")).contains("plain");
    assertThat(compact.tree("nameMap").flatMap(map -> map.string("fr"))).contains("simple");
  }

  @Test
  void an_ordered_list_stays_one() {
    var compact =
        compact(
            """
            {"@type": "OrderedCollection", "as:totalItems": 1,
             "as:items": {"@list": [{"@id": "https://a.example/1"}]},
             "toot:focalPoint": {"@list": [0.5, -0.5]}}
            """);

    assertThat(compact.isList("orderedItems")).isTrue();
    assertThat(compact.strings("orderedItems")).containsExactly("https://a.example/1");
    assertThat(compact.number("totalItems")).contains(1L);
    assertThat(compact.scalars("focalPoint")).containsExactly("0.5", "-0.5");
  }

  @Test
  void spellings_of_namespaces_that_mean_the_same_do() {
    var compact =
        compact(
            """
            {"@type": ["http://schema.org#PropertyValue"], "https://schema.org/value": "x",
             "http://www.w3.org/ns/activitystreams#name": "n",
             "https://joinmastodon.org/ns#blurhash": "b"}
            """);

    assertThat(compact.string("type")).contains("PropertyValue");
    assertThat(compact.string("value")).contains("x");
    assertThat(compact.string("name")).contains("n");
    assertThat(compact.string("blurhash")).contains("b");
  }

  @Test
  void ids_are_never_changed() {
    var compact =
        compact(
            """
            {"@id": "https://a.example/x/../y?q=1#f", "as:inReplyTo": "relative",
             "as:object": {"@id": "//b.example/z"}, "as:to": ["Public", "did:key:z6Mk"]}
            """);

    assertThat(compact.string("id")).contains("https://a.example/x/../y?q=1#f");
    assertThat(compact.string("inReplyTo")).contains("relative");
    assertThat(compact.string("object")).contains("//b.example/z");
    assertThat(compact.strings("to")).containsExactly("Public", "did:key:z6Mk");
  }

  @Test
  void a_base_that_a_document_claims_is_not_believed() {
    var compact =
        compact(
            """
            {"@context": {"@base": "https://victim.example/", "x": "https://x.example/ns#x"},
             "@id": "alice", "x": 1}
            """);

    assertThat(compact.string("id")).contains("alice");
  }

  @Test
  void a_default_language_takes_nothing_away() {
    var document =
        StrictJson.parse(
            "{\"@context\": [{\"@language\": \"und\"}], \"type\": \"Note\", \"content\": \"x\"}");

    assertThat(JsonLd.compact(document)).isSameAs(document);
    assertThat(JsonLd.shorten(document).string("content")).contains("x");
    assertThat(JsonLd.shorten(document).has("contentMap")).isFalse();
  }

  @Test
  void a_vocabulary_of_its_own_keeps_its_whole_iris() {
    var compact =
        compact(
            """
            {"@context": {"@vocab": "https://x.example/ns#"}, "type": "Note",
             "content": "hi", "colour": "red"}
            """);

    assertThat(compact.string("content")).contains("hi");
    assertThat(compact.string("https://x.example/ns#colour")).contains("red");
  }

  @Test
  void large_numbers_keep_their_digits() {
    var compact = compact("{\"@type\": \"Note\", \"n\": 12345678901234567890123, \"d\": 0.10}");

    assertThat(compact.scalars("n")).isEqualTo(List.of("12345678901234567890123"));
    assertThat(compact.decimal("d")).contains(0.1);
  }

  /** WriteFreely's posts need JSON-LD, and people write what they like into addresses. */
  @Test
  void an_address_that_is_none_does_not_spoil_the_rest() {
    var compact =
        compact("{\"@type\": \"Note\", \"url\": \"a b\", \"id\": \"[]\", \"name\": \"x\"}");

    assertThat(compact.string("name")).contains("x");
    assertThat(compact.string("url")).contains("a b");
  }

  @Test
  void what_becomes_too_deep_to_be_read_again_is_refused() {
    var list = "{\"@type\": \"Note\", \"orderedItems\": ".repeat(40) + "{}" + "}".repeat(40);

    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> compact(list))
        .withMessageContaining("levels");
  }

  @Test
  void what_is_undefined_never_becomes_something_that_we_know() {
    var compact = compact("{\"@type\": \"Note\", \"urn:undefined:content\": \"x\"}");

    assertThat(compact.has("content")).isFalse();
    assertThat(compact.string("urn:undefined:content")).contains("x");
  }

  /** But for prefixes, which nobody uses by themselves: those mean their namespace. */
  @Property(tries = 200)
  void both_ways_of_reading_agree_on_any_name(
      @ForAll @AlphaChars @StringLength(min = 1, max = 8) String name, @ForAll int value) {
    Assume.that(Vocabulary.BUNDLED.namespace(name).isEmpty());
    var document = Tree.builder().put("type", "Note").put(name, List.of(value, value)).build();

    assertThat(Essence.of(JsonLd.shorten(document))).isEqualTo(Essence.of(document));
  }

  private static Tree compact(String json) {
    return JsonLd.compact(StrictJson.parse(json));
  }
}
