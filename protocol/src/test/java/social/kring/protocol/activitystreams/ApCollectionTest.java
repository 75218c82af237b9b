package social.kring.protocol.activitystreams;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static social.kring.protocol.activitystreams.Documents.BOB;
import static social.kring.protocol.activitystreams.Documents.POST;
import static social.kring.protocol.activitystreams.Documents.json;
import static social.kring.protocol.activitystreams.Documents.post;
import static social.kring.protocol.activitystreams.Documents.url;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

class ApCollectionTest {

  @ParameterizedTest
  @CsvSource({
    "Collection, items",
    "OrderedCollection, orderedItems",
    "CollectionPage, items",
    "OrderedCollectionPage, orderedItems",
    "OrderedCollection, items"
  })
  void every_kind_of_collection_has_the_same_view_that_loses_nothing(String type, String items) {
    var tree =
        Tree.of(Map.of("type", type, items, List.of(POST, BOB), "totalItems", 7, "unheard-of", 1));
    var collection = (ApCollection) ApObject.parse(tree);
    assertThat(collection.items())
        .containsExactly(new ObjectReference.ById(url(POST)), new ObjectReference.ById(url(BOB)));
    assertThat(collection.totalItems()).contains(7L);
    assertThat(collection.tree()).isEqualTo(tree);
  }

  @Test
  void items_may_be_whole_and_a_broken_one_does_not_spoil_the_rest() {
    var broken = Tree.of(Map.of("type", "Note"));
    var half = Tree.of(Map.of("type", "Note", "id", POST + "2"));
    var collection = collection(List.of(post("Note"), broken, half));
    assertThat(collection.items()).hasSize(2);
    assertThat(collection.items().getFirst().embedded()).containsInstanceOf(Post.class);
    assertThat(collection.items().getLast()).isEqualTo(new ObjectReference.ById(url(POST + "2")));
  }

  @Test
  void the_first_page_may_be_whole_too() {
    var tree =
        json(
            """
            {'type':'Collection','next':'https://peer.example/other',
             'first':{'type':'CollectionPage','items':['https://peer.example/posts/1'],'next':'https://peer.example/2'}}
            """);
    var collection = ApCollection.from(tree);
    assertThat(collection.items()).hasSize(1);
    assertThat(collection.first()).isEmpty();
    assertThat(collection.next()).contains(url("https://peer.example/2"));
  }

  @Test
  void an_empty_first_page_is_asked_for() {
    var tree =
        json(
            "{'type':'Collection','first':{'id':'https://peer.example/1','next':'https://peer.example/2'}}");
    assertThat(ApCollection.from(tree).first()).contains(url("https://peer.example/1"));
    assertThat(ApCollection.from(tree).next()).isEmpty();
  }

  @Test
  void no_more_than_a_thousand_items_count() {
    var ids = IntStream.range(0, 1_500).mapToObj(i -> POST + i).toList();
    assertThat(collection(ids).items()).hasSize(1_000);
    var objects = ids.stream().map(id -> post("Note").with("id", id)).toList();
    assertThat(collection(objects).items()).hasSize(1_000);
  }

  @Test
  void totals_below_nothing_are_none() {
    assertThat(ApCollection.from(json("{'totalItems':-1}")).totalItems()).isEmpty();
  }

  @Test
  void pages_within_pages_take_no_longer_than_they_are_long() {
    var text = "{\"type\":\"Note\"}";
    for (var level = 0; level < 20; level++) {
      text = "{\"type\":\"Collection\",\"first\":{\"items\":[" + text + "," + text.length() + "]}}";
    }
    var tree = StrictJson.parse(text);
    assertTimeoutPreemptively(ofSeconds(2), () -> ApObject.parse(tree));
  }

  private static ApCollection collection(List<?> items) {
    return ApCollection.from(Tree.of(Map.of("type", "OrderedCollection", "orderedItems", items)));
  }
}
