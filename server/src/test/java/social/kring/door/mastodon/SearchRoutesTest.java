package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;
import social.kring.testing.Stranger;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchRoutesTest {
  private ApiTown town;
  private Resident alice;
  private Resident alfred;
  private Stranger carol;

  @BeforeAll
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    alfred = town.person("alfred");
    carol = town.stranger("carol", "far.example");
  }

  @AfterAll
  void close() {
    town.close();
  }

  private ApiAnswer search(String query) {
    return alice.api().get("/api/v2/search?" + query);
  }

  private static Iterable<String> names(ApiAnswer answer) {
    return answer.json().get("accounts").findValuesAsText("username");
  }

  @Test
  void people_are_found_by_the_beginning_of_their_names() {
    alfred.api().patch("/api/v1/accounts/update_credentials", "display_name", "Zebra");

    assertThat(names(search("q=AL"))).containsExactly("alfred", "alice");
    assertThat(names(search("q=zeb"))).containsExactly("alfred");
    assertThat(names(search("q=@ali"))).containsExactly("alice");
    assertThat(names(search("q=lice"))).isEmpty();
    assertThat(names(search("q=al&limit=1"))).containsExactly("alfred");
    assertThat(names(search("q=al&limit=1&offset=1"))).containsExactly("alice");
    assertThat(names(search("q=%25"))).isEmpty();
  }

  @Test
  void somebody_known_is_found_by_handle_and_by_address() {
    assertThat(names(search("q=@carol@far.example"))).containsExactly("carol");
    assertThat(names(search("q=carol@far.example&type=accounts&limit=1"))).containsExactly("carol");
    assertThat(names(search("q=" + carol.actor().uri()))).containsExactly("carol");
    assertThat(names(search("q=https://town.example/@alice"))).containsExactly("alice");
  }

  @Test
  void somebody_unknown_is_asked_for_elsewhere_if_that_is_wanted() {
    town.square().outside().has("@dora@new.example");

    assertThat(names(search("q=dora@new.example"))).isEmpty();
    assertThat(names(search("q=dora@new.example&resolve=true"))).containsExactly("dora");
    assertThat(names(search("q=dora@new.example"))).containsExactly("dora");
  }

  @Test
  void nobody_here_is_asked_for_elsewhere() {
    var asked = town.square().outside().asked();

    assertThat(names(search("q=nobody@town.example&resolve=true"))).isEmpty();
    assertThat(search("q=https://town.example/none&resolve=true").status()).isEqualTo(200);
    assertThat(town.square().outside().asked()).isEqualTo(asked);
  }

  @Test
  void a_post_elsewhere_is_brought_in_by_its_address() {
    var note = carol.note("found", "<p>look at me</p>");
    town.square().outside().serves(note);
    var address = note.string("id").orElseThrow();

    assertThat(search("q=" + address).json().get("statuses")).isEmpty();
    var found = search("q=" + address + "&resolve=true&type=statuses&limit=1");

    assertThat(found.at("/statuses/0/uri").asText()).isEqualTo(address);
    assertThat(found.at("/statuses/0/content").asText()).isEqualTo("<p>look at me</p>");
    assertThat(search("q=" + address).at("/statuses/0/uri").asText()).isEqualTo(address);
  }

  @Test
  void hashtags_are_found_by_their_beginning_with_or_without_the_sign() {
    alice.posts("#Kringle and #kringel");

    assertThat(search("q=%23kring&type=hashtags").json().get("hashtags").findValuesAsText("name"))
        .containsExactly("kringel", "kringle");
    assertThat(search("q=KRINGL").at("/hashtags/0/name").asText()).isEqualTo("kringle");
    assertThat(search("q=kringl").at("/hashtags/0/url").asText())
        .isEqualTo("https://town.example/tags/kringle");
  }

  @Test
  void the_public_searches_what_is_here_and_asks_for_nothing_elsewhere() {
    assertThat(names(town.api().get("/api/v2/search?q=alice"))).containsExactly("alice");
    assertThat(town.api().get("/api/v2/search?q=alice&resolve=true").status()).isEqualTo(401);
    assertThat(town.api().get("/api/v2/search?q=alice&offset=20").status()).isEqualTo(401);
  }

  @Test
  void whoever_blocks_is_not_found_and_whoever_is_blocked_is() {
    var mallory = town.person("mallory");
    alice.api().post("/api/v1/accounts/" + mallory.id() + "/block");

    assertThat(names(search("q=mallory"))).containsExactly("mallory");
    assertThat(names(mallory.api().get("/api/v2/search?q=alice"))).isEmpty();
  }

  @Test
  void only_those_who_are_followed_are_found_if_that_is_wanted() {
    assertThat(names(search("q=alf&following=true"))).isEmpty();
    alice.follows(alfred);
    assertThat(names(search("q=alf&following=true"))).containsExactly("alfred");
    assertThat(alice.api().get("/api/v1/accounts/search?q=alf&following=true").each("username"))
        .containsExactly("alfred");
  }
}
