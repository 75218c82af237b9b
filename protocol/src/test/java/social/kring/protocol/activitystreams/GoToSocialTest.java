package social.kring.protocol.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import social.kring.protocol.json.JsonLd;
import social.kring.protocol.json.PeerFiles;
import social.kring.protocol.url.FediUrl;

/** What a GoToSocial 0.20 was seen to send. */
class GoToSocialTest {
  private static final String GINA = "http://gts.localhost:18300/users/gina";

  @Test
  void a_question_has_its_options_and_its_end() {
    var poll = post("create-question").poll().orElseThrow();

    assertThat(poll.options()).extracting(Poll.Option::name).containsExactly("yes", "no");
    assertThat(poll.multiple()).isFalse();
    assertThat(poll.endTime()).isPresent();
  }

  @Test
  void a_picture_has_its_address_and_what_it_shows() {
    var picture = post("create-note-with-picture").attachments().getFirst();

    assertThat(picture.url().text()).contains("/fileserver/");
    assertThat(picture.description()).contains("a red square");
  }

  @Test
  void a_warning_is_the_summary() {
    var warned = post("create-note-with-warning");

    assertThat(warned.content().summary()).contains("beware g");
    assertThat(warned.content().sensitive()).isTrue();
  }

  @Test
  void what_is_undone_is_embedded() {
    assertThat(undone("undo-follow")).isInstanceOf(Follow.class);
    assertThat(undone("undo-like")).isInstanceOf(Like.class);
    assertThat(undone("undo-announce")).isInstanceOf(Announce.class);
    assertThat(undone("undo-block")).isInstanceOf(Block.class);
  }

  @Test
  void a_move_names_who_moves_and_where_to() {
    var move = (Move) activity("move-id");

    assertThat(move.object()).isEqualTo(FediUrl.parse(GINA));
    assertThat(move.target().host()).isEqualTo("kr.localhost");
  }

  @Test
  void an_actor_has_a_key_that_is_a_document_of_its_own() {
    var actor = (Actor) ((Update) activity("update-person")).object().embedded().orElseThrow();

    assertThat(actor.keys()).extracting(key -> key.id().text()).containsExactly(GINA + "/main-key");
  }

  private static ApObject undone(String name) {
    return ((Undo) activity(name)).object().embedded().orElseThrow();
  }

  private static Post post(String name) {
    return (Post) ((Create) activity(name)).object().embedded().orElseThrow();
  }

  private static Activity activity(String name) {
    return Activity.parse(JsonLd.compact(PeerFiles.read("gotosocial-0.20/" + name + ".json")));
  }
}
