package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.community.posts.PostEntry;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.Status;
import social.kring.platform.storage.Database;
import social.kring.testing.ApiTown;
import social.kring.testing.CountedQueries;
import social.kring.testing.Resident;

/**
 * What was rendered before is shown only as long as rendering it anew would show the same, whoever
 * changed something: here, behind the back of everything, in the database itself.
 */
class ShelvedStatusesTest {
  private ApiTown town;
  private Database database;
  private Composers composers;
  private Resident alice;
  private Resident bob;
  private Resident carol;
  private long post;
  private long answer;
  private long boost;

  @BeforeEach
  void open() {
    town = new ApiTown();
    database = town.square().database();
    alice = town.person("alice");
    bob = town.person("bob");
    carol = town.person("carol");
    post = Long.parseLong(alice.posts("hello @bob #tag").id());
    answer = Long.parseLong(bob.posts("an answer", "in_reply_to_id", "" + post).id());
    boost = Long.parseLong(carol.api().post("/api/v1/statuses/" + answer + "/reblog").id());
    town.drain();
    composers = Composers.of(town.capabilities());
  }

  @AfterEach
  void close() {
    town.close();
  }

  private List<PostEntry> entries() {
    return List.of(PostEntry.of(post), PostEntry.of(answer), new PostEntry(boost, answer));
  }

  private List<List<Status>> shown(Composers by) {
    return viewers().mapToObj(each -> by.statuses().of(database, each, entries())).toList();
  }

  private LongStream viewers() {
    return LongStream.of(0, alice.neighbour().id(), bob.neighbour().id(), carol.neighbour().id());
  }

  private List<Account> accounts(Composers by) {
    return by.accounts()
        .ofIds(database, List.of(alice.neighbour().id(), bob.neighbour().id(), 12_345L));
  }

  private Composers anew() {
    return Composers.of(town.capabilities());
  }

  /** A statement in which names stand for ids. */
  private void change(String sql) {
    database.execute(
        sql.replace(":post", "" + post)
            .replace(":answer", "" + answer)
            .replace(":boost", "" + boost)
            .replace(":alice", alice.id())
            .replace(":bob", bob.id())
            .replace(":carol", carol.id()),
        Tuple.tuple());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE post SET content = '<p>edited</p>', edited_at = now() WHERE id = :post",
        "UPDATE post SET content = '<p>edited</p>', edited_at = now() WHERE id = :answer",
        "UPDATE post SET favourites = favourites + 1 WHERE id = :post",
        "UPDATE post SET boosts = boosts + 1 WHERE id = :answer",
        "UPDATE post SET replies = replies + 1 WHERE id = :post",
        "UPDATE post SET visibility = 'unlisted' WHERE id = :post",
        "UPDATE post SET deleted_at = now() WHERE id = :post",
        "UPDATE post SET deleted_at = now() WHERE id = :answer",
        "UPDATE post SET pinned_at = now() WHERE id = :post",
        "UPDATE post SET in_reply_to_id = NULL WHERE id = :answer",
        "DELETE FROM boost WHERE id = :boost",
        "UPDATE boost SET visibility = 'unlisted' WHERE id = :boost",
        "UPDATE actor SET display_name = 'Somebody else' WHERE id = :alice",
        "UPDATE actor SET display_name = 'Somebody else' WHERE id = :bob",
        "UPDATE actor SET display_name = 'Somebody else' WHERE id = :carol",
        "UPDATE actor SET page = page || '/elsewhere' WHERE id = :bob",
        "UPDATE actor SET suspended_at = now() WHERE id = :alice",
        "UPDATE post_count SET posts = posts + 1 WHERE actor_id = :carol",
        "INSERT INTO relationship_count (actor_id, following) VALUES (:alice, 3)",
        "INSERT INTO relationship_count (actor_id, followers) VALUES (:carol, 3)",
        "INSERT INTO post_mention (post_id, actor_id, place, silent)"
            + " VALUES (:answer, :carol, 7, false)",
        "UPDATE post_mention SET silent = true WHERE post_id = :post",
        "INSERT INTO favourite (id, actor_id, post_id, activity_uri, favourited_at)"
            + " VALUES (1, :bob, :post, 'https://a.example/like', now())",
        "INSERT INTO quote_rule (post_id, automatic, manual) VALUES (:post, '{}', '{}')",
        "INSERT INTO quote (post_id, quoted_uri, quoted_id, state)"
            + " SELECT :answer, uri, id, 'accepted' FROM post WHERE id = :post",
        "INSERT INTO bookmark (id, actor_id, post_id) VALUES (1, :bob, :post)",
        "INSERT INTO thread_mute (actor_id, thread)"
            + " SELECT :carol, conversation FROM post WHERE id = :post",
        "WITH made AS (INSERT INTO preview (id, url, card) VALUES (1, 'https://a.example/',"
            + " '{\"title\": \"A page\", \"url\": \"https://a.example/\"}') RETURNING id)"
            + " INSERT INTO preview_link (post_id, preview_id) SELECT :post, id FROM made",
      })
  void a_change_shows_at_once(String sql) {
    // given
    var statuses = shown(composers);
    var accounts = accounts(composers);
    // when
    change(sql);
    // then
    assertThat(List.of(shown(composers), accounts(composers)))
        .isEqualTo(List.of(shown(anew()), accounts(anew())))
        .isNotEqualTo(List.of(statuses, accounts));
    undo();
  }

  /** The town counts what it has when it closes. */
  private void undo() {
    change("UPDATE post SET favourites = (SELECT count(*) FROM favourite WHERE post_id = post.id)");
    change("UPDATE post SET boosts = (SELECT count(*) FROM boost WHERE post_id = post.id)");
    change("UPDATE post SET replies = 0, in_reply_to_id = NULL");
    change(
        "UPDATE post SET quotes = (SELECT count(*) FROM quote"
            + " WHERE quoted_id = post.id AND state = 'accepted')");
    change(
        "UPDATE post_count AS c SET posts ="
            + " (SELECT count(*) FROM post WHERE author_id = c.actor_id AND deleted_at IS NULL)"
            + " + (SELECT count(*) FROM boost WHERE actor_id = c.actor_id)");
  }

  @Test
  void where_somebody_moved_to_is_never_from_before() {
    change("UPDATE actor SET moved_to = (SELECT uri FROM actor WHERE id = :bob) WHERE id = :alice");
    shown(composers);
    change("UPDATE actor SET display_name = 'The new Bob' WHERE id = :bob");

    assertThat(shown(composers)).isEqualTo(shown(anew()));
    assertThat(accounts(composers).getFirst().moved().orElseThrow().displayName())
        .isEqualTo("The new Bob");
  }

  @Test
  void what_is_known_takes_one_query_for_everybody() {
    viewers().forEach(each -> composers.statuses().of(database, each, entries()));

    viewers()
        .forEach(
            viewer -> {
              var queries = new CountedQueries(database);
              assertThat(composers.statuses().of(queries, viewer, entries())).hasSize(3);
              assertThat(queries.count()).isEqualTo(1);
            });
  }

  @Test
  void what_a_transaction_takes_back_was_never_shown() {
    shown(composers);
    try {
      database.transaction(
          tx -> {
            tx.execute("UPDATE post SET content = 'unsaid'", Tuple.tuple());
            assertThat(composers.statuses().of(tx, 0, entries()))
                .allMatch(status -> status.content().equals("unsaid"));
            throw new IllegalStateException("changed my mind");
          });
    } catch (IllegalStateException changedMind) {
      assertThat(changedMind).hasMessage("changed my mind");
    }

    assertThat(shown(composers)).isEqualTo(shown(anew()));
  }

  @Test
  void nobody_sees_what_another_did_with_a_post() {
    bob.api().post("/api/v1/statuses/" + post + "/favourite");
    town.drain();

    assertThat(shown(composers)).isEqualTo(shown(anew()));
    assertThat(shown(composers).stream().map(page -> page.getFirst().marks().favourited()))
        .map(mark -> mark.orElse(null))
        .containsExactly(null, false, true, false);
  }
}
