package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Versions;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

/** An answer that is given again is never older than what anybody has written before. */
class StoredAnswersTest {
  private ApiTown town;
  private Database database;
  private Resident alice;
  private String post;

  @BeforeEach
  void open() {
    town = new ApiTown();
    database = town.square().database();
    alice = town.person("alice");
    post = alice.posts("hello").id();
    town.drain();
  }

  @AfterEach
  void close() {
    town.close();
  }

  private String read(String path) {
    var first = alice.api().get(path).text();
    assertThat(alice.api().get(path).text()).isEqualTo(first);
    return first;
  }

  @Test
  void what_is_written_behind_the_back_of_everything_shows_at_once() {
    for (var path : new String[] {"/api/v1/timelines/home", "/api/v1/statuses/" + post}) {
      for (var words : new String[] {"edited", "edited again"}) {
        read(path);
        database.execute(
            "UPDATE post SET content = $1 WHERE id = $2", Tuple.of(words, Long.parseLong(post)));
        assertThat(read(path)).contains("\"content\":\"" + words + "\"");
      }
    }
  }

  @Test
  void a_token_that_is_revoked_reads_nothing_more() {
    read("/api/v1/timelines/home");

    database.execute("DELETE FROM access_token", Tuple.tuple());

    assertThat(alice.api().get("/api/v1/timelines/home").status()).isEqualTo(401);
  }

  @Test
  void each_commit_makes_another_version() {
    var versions = new Versions(database);
    var before = versions.now();
    database.transaction(
        tx -> {
          tx.execute("UPDATE post SET content = 'written'", Tuple.tuple());
          return null;
        });

    assertThat(versions.now()).isNotEqualTo(before);
  }
}
