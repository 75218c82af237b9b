package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

/** What is written once for everyone must not show what one of them did. */
class EngravedStatusesTest {
  private static final String FAVOURITED = "\"favourited\":true";
  private static final String NOT_FAVOURITED = "\"favourited\":false";

  private ApiTown town;
  private Resident alice;
  private Resident bob;
  private String post;

  @BeforeEach
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    bob = town.person("bob");
    bob.follows(alice);
    post = alice.posts("hello #tag").id();
    town.drain();
  }

  @AfterEach
  void close() {
    town.close();
  }

  private static String home(Resident reader) {
    return reader.api().get("/api/v1/timelines/home").text();
  }

  @Test
  void a_mark_is_seen_by_whoever_set_it_alone_and_at_once() {
    assertThat(home(alice)).contains(NOT_FAVOURITED);
    assertThat(home(bob)).contains(NOT_FAVOURITED);

    bob.api().post("/api/v1/statuses/" + post + "/favourite");

    assertThat(home(bob)).contains(FAVOURITED, "\"favourites_count\":1");
    assertThat(home(alice)).contains(NOT_FAVOURITED, "\"favourites_count\":1");
    assertThat(town.api().get("/api/v1/timelines/public").text())
        .contains("\"favourites_count\":1")
        .doesNotContain("\"favourited\"");
  }

  @Test
  void the_words_of_a_deleted_post_are_given_to_its_author_alone() {
    home(bob);

    var deleted = alice.api().delete("/api/v1/statuses/" + post);

    assertThat(deleted.text()).contains("\"text\":\"hello #tag\"");
    assertThat(home(bob)).doesNotContain(post);
  }
}
