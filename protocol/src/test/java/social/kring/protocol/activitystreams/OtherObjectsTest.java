package social.kring.protocol.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static social.kring.protocol.activitystreams.Documents.ALICE;
import static social.kring.protocol.activitystreams.Documents.BOB;
import static social.kring.protocol.activitystreams.Documents.json;
import static social.kring.protocol.activitystreams.Documents.url;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherObjectsTest {

  @Test
  void a_tombstone_says_what_was_there_and_until_when() {
    var tree =
        json(
            "{'type':'Tombstone','id':'%s','formerType':'Note','deleted':'2026-01-01T00:00:00Z','x':1}"
                .formatted(BOB));
    var tombstone = (Tombstone) ApObject.parse(tree);
    assertThat(tombstone.formerType()).contains("Note");
    assertThat(tombstone.deleted()).contains(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(tombstone.tree()).isEqualTo(tree);
  }

  @Test
  void a_relationship_says_who_stands_how_to_whom() {
    var tree =
        json(
            "{'type':'Relationship','subject':'%s','relationship':'kring:alumnusOf','object':'%s','x':1}"
                .formatted(ALICE, BOB));
    var relationship = (Relationship) ApObject.parse(tree);
    assertThat(relationship.subject()).contains(url(ALICE));
    assertThat(relationship.relationship()).isEqualTo("kring:alumnusOf");
    assertThat(relationship.object()).contains(url(BOB));
    assertThat(relationship.tree()).isEqualTo(tree);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'Place'", "['Profile','Odd']", "1", "null", "[]"})
  void what_has_no_view_is_kept_as_it_is(String type) {
    var tree = json("{'type':%s,'id':'%s','x':{'y':[1,null]}}".formatted(type, BOB));
    var object = ApObject.parse(tree);
    assertThat(object).isInstanceOf(UnknownObject.class);
    assertThat(object.id()).contains(url(BOB));
    assertThat(object.tree()).isEqualTo(tree);
  }
}
