package social.kring.protocol.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import social.kring.protocol.Problem;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.url.FediUrl;

/** Documents that are incomplete, or put together in unusual ways. */
class LenientReadingTest {

  @Test
  void of_several_types_the_one_that_we_know_counts() {
    var note =
        ApObject.parse(
            StrictJson.parse(
                """
                {"type": ["x:Recipe", "Note"], "id": "https://a.example/1",
                 "attributedTo": "https://a.example/alice"}
                """));

    assertThat(note).isInstanceOf(Post.class);
  }

  @Test
  void names_and_contents_that_stand_in_maps_of_languages_only_are_found() {
    var actor =
        (Actor)
            ApObject.parse(
                StrictJson.parse(
                    """
                    {"type": "Person", "id": "https://a.example/alice", "inbox": "https://a.example/in",
                     "preferredUsername": "alice", "nameMap": {"de": "Alice"},
                     "summaryMap": {"de": "Hallo"}}
                    """));

    assertThat(actor.profile().name()).isEqualTo("Alice");
    assertThat(actor.profile().summary()).isEqualTo("Hallo");
  }

  @Test
  void of_several_languages_the_one_that_the_content_is_in_counts() {
    var note =
        (Post)
            ApObject.parse(
                StrictJson.parse(
                    """
                    {"type": "Note", "id": "https://a.example/1",
                     "attributedTo": "https://a.example/alice", "content": "hello",
                     "contentMap": {"de": "hallo", "en": "hello"}}
                    """));

    assertThat(note.content().language()).contains("en");
  }

  @Test
  void an_instance_actor_without_a_name_is_called_after_its_host() {
    var json =
        """
        {"type": "Application", "id": "https://lemmy.example/", "inbox": "https://lemmy.example/site_inbox"}
        """;

    assertThat(((Actor) ApObject.parse(StrictJson.parse(json))).preferredUsername())
        .isEqualTo("lemmy.example");
    assertThatThrownBy(
            () -> ApObject.parse(StrictJson.parse(json.replace("Application", "Person"))))
        .isInstanceOf(Problem.class);
  }

  @Test
  void a_collection_holds_addresses_and_objects_side_by_side_in_order() {
    var collection =
        collection(
            """
            {"type": "OrderedCollection", "totalItems": 3, "orderedItems": [
              "https://a.example/1",
              {"type": "Note", "id": "https://a.example/2", "attributedTo": "https://a.example/alice"},
              {"type": "Note", "id": "https://a.example/3"}, 7, "nothing"]}
            """);

    assertThat(collection.items())
        .extracting(item -> item.requiredId().text())
        .containsExactly("https://a.example/1", "https://a.example/2", "https://a.example/3");
    assertThat(collection.items().get(1).embedded()).isPresent();
  }

  @Test
  void an_embedded_first_page_is_read_on_from_where_it_ends() {
    var replies =
        collection(
            """
            {"type": "Collection", "first": {"type": "CollectionPage", "items": [],
              "next": "https://a.example/replies?page=2"}}
            """);

    assertThat(replies.items()).isEmpty();
    assertThat(replies.first()).isEmpty();
    assertThat(replies.next()).contains(FediUrl.parse("https://a.example/replies?page=2"));
  }

  @Test
  void a_first_page_of_which_only_the_address_is_known_stands_elsewhere() {
    var replies =
        collection(
            """
            {"type": "Collection", "first": {"type": "CollectionPage",
              "id": "https://a.example/replies?page=1", "next": "https://a.example/replies?page=2"}}
            """);

    assertThat(replies.first()).contains(FediUrl.parse("https://a.example/replies?page=1"));
  }

  private static ApCollection collection(String json) {
    return (ApCollection) ApObject.parse(StrictJson.parse(json));
  }
}
