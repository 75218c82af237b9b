package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;
import social.kring.testing.Stranger;

class ConversationRoutesTest {
  private static final String PATH = "/api/v1/conversations";

  private ApiTown town;
  private Resident alice;
  private Resident bob;
  private Resident carol;

  @BeforeEach
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    bob = town.person("bob");
    carol = town.person("carol");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private String direct(Resident who, String text, String... more) {
    var form = new String[more.length + 2];
    form[0] = "visibility";
    form[1] = "direct";
    System.arraycopy(more, 0, form, 2, more.length);
    var id = who.posts(text, form).id();
    town.drain();
    return id;
  }

  private static ApiAnswer list(Resident who) {
    return who.api().get(PATH);
  }

  @Test
  void a_direct_message_makes_a_conversation_for_each_who_has_part_in_it() {
    var post = direct(alice, "@bob psst");
    alice.posts("@bob for all to see");
    town.drain();

    var hers = list(alice);
    var his = list(bob);

    assertThat(hers.json()).hasSize(1);
    assertThat(hers.at("/0/unread").asBoolean()).isFalse();
    assertThat(hers.at("/0/accounts").findValuesAsText("username")).containsExactly("bob");
    assertThat(hers.at("/0/last_status/id").asText()).isEqualTo(post);
    assertThat(his.at("/0/unread").asBoolean()).isTrue();
    assertThat(his.at("/0/accounts").findValuesAsText("username")).containsExactly("alice");
    assertThat(list(carol).json()).isEmpty();
  }

  @Test
  void it_goes_on_with_the_thread_and_the_one_that_went_on_last_comes_first() {
    var first = direct(alice, "@bob one");
    var second = direct(carol, "@bob two");
    assertThat(lasts(list(bob).json())).isEqualTo(second + first);

    var answer = direct(bob, "@alice yes?", "in_reply_to_id", first);

    assertThat(lasts(list(bob).json())).isEqualTo(answer + second);
    assertThat(list(bob).at("/0/unread").asBoolean()).isFalse();
    assertThat(list(alice).at("/0/unread").asBoolean()).isTrue();
    var page = bob.api().get(PATH + "?limit=1");
    assertThat(page.json()).hasSize(1);
    assertThat(page.header("Link").orElseThrow()).contains("max_id=" + answer);
    assertThat(lasts(bob.api().get(PATH + "?max_id=" + answer).json())).isEqualTo(second);
  }

  private static String lasts(JsonNode conversations) {
    var lasts = new StringBuilder();
    conversations.forEach(each -> lasts.append(each.at("/last_status/id").asText()));
    return lasts.toString();
  }

  @Test
  void it_can_be_read_made_unread_and_forgotten_by_its_owner_alone() {
    direct(alice, "@bob psst");
    var id = list(bob).at("/0/id").asText();

    assertThat(carol.api().post(PATH + "/" + id + "/read").status()).isEqualTo(404);
    assertThat(bob.api().post(PATH + "/" + id + "/read").get("unread")).isEqualTo("false");
    assertThat(bob.api().post(PATH + "/" + id + "/unread").get("unread")).isEqualTo("true");
    assertThat(bob.api().delete(PATH + "/" + id).status()).isEqualTo(200);

    assertThat(bob.api().delete(PATH + "/" + id).status()).isEqualTo(404);
    assertThat(list(bob).json()).isEmpty();
    assertThat(list(alice).json()).hasSize(1);
  }

  @Test
  void when_the_last_message_is_deleted_the_one_before_is_the_last() {
    var first = direct(alice, "@bob one");
    var second = direct(alice, "@bob two", "in_reply_to_id", first);

    alice.api().delete("/api/v1/statuses/" + second);
    town.drain();
    assertThat(lasts(list(bob).json())).isEqualTo(first);

    alice.api().delete("/api/v1/statuses/" + first);
    town.drain();
    assertThat(list(bob).json()).isEmpty();
  }

  @Test
  void who_got_it_without_being_named_is_shown_to_nobody_else() {
    var dora = town.stranger("dora", "far.example");
    dora.creates(
        dora.note("1", "<p>@bob psst</p>")
            .with("to", List.of(bob.actor().uri()))
            .with("cc", List.of())
            .with("bcc", List.of(carol.actor().uri()))
            .with("tag", Stranger.mention(bob.actor())));
    town.drain();

    assertThat(list(bob).at("/0/accounts").findValuesAsText("username")).containsExactly("dora");
    assertThat(list(carol).at("/0/accounts").findValuesAsText("username"))
        .containsExactly("dora", "bob");
  }

  @Test
  void nothing_is_shown_of_who_was_blocked() {
    direct(alice, "@bob psst");

    bob.api().post("/api/v1/accounts/" + alice.id() + "/block");

    assertThat(list(bob).json()).isEmpty();
  }
}
