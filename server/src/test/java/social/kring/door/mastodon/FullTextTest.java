package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.kring.protocol.activitystreams.Audience;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;
import social.kring.testing.Stranger;

/** Whoever searches finds what they may see and what its author lets be found, and nothing else. */
class FullTextTest {
  private ApiTown town;
  private Resident alice;
  private Resident bob;
  private Resident carol;
  private Stranger dora;

  @BeforeEach
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    bob = town.person("bob");
    carol = town.person("carol");
    dora = town.stranger("dora", "far.example");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private List<String> found(Resident by, String query) {
    town.drain();
    var q = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return by
        .api()
        .get("/api/v2/search?type=statuses&q=" + q)
        .json()
        .get("statuses")
        .findValuesAsText("content")
        .stream()
        .map(content -> content.replaceAll("<[^>]*>", ""))
        .toList();
  }

  private void agrees(long actor) {
    town.square()
        .database()
        .execute("UPDATE actor SET indexable = true WHERE id = $1", Tuple.of(actor));
  }

  @Test
  void an_author_who_did_not_agree_is_found_only_by_who_had_to_do_with_a_post() {
    var post = bob.posts("The walrus sings");
    assertThat(found(bob, "walrus")).containsExactly("The walrus sings");
    assertThat(found(alice, "walrus")).isEmpty();

    alice.api().post("/api/v1/statuses/" + post.id() + "/favourite");
    carol.api().post("/api/v1/statuses/" + post.id() + "/reblog");
    assertThat(found(alice, "walrus")).hasSize(1);
    assertThat(found(carol, "walrus")).hasSize(1);

    alice.api().post("/api/v1/statuses/" + post.id() + "/unfavourite");
    assertThat(found(alice, "walrus")).isEmpty();
    alice.api().post("/api/v1/statuses/" + post.id() + "/bookmark");
    assertThat(found(alice, "walrus")).hasSize(1);
  }

  @Test
  void an_author_who_agreed_is_found_in_public_posts_only_and_may_change_that() {
    agrees(bob.neighbour().id());
    bob.posts("A public heron");
    bob.posts("An unlisted heron", "visibility", "unlisted");
    bob.posts("A private heron", "visibility", "private");
    alice.follows(bob);

    assertThat(found(alice, "heron")).containsExactly("A public heron");
    assertThat(found(bob, "heron")).hasSize(3);
    assertThat(town.api().get("/api/v2/search?q=heron").json().get("statuses")).isEmpty();
    town.square().database().execute("UPDATE actor SET indexable = false");
    assertThat(found(alice, "heron")).isEmpty();
  }

  @Test
  void whoever_is_named_finds_it_unless_one_of_them_blocks_or_mutes() {
    bob.posts("@alice about the ocelot", "visibility", "direct");
    assertThat(found(alice, "ocelot")).hasSize(1);
    assertThat(found(carol, "ocelot")).isEmpty();

    alice.api().post("/api/v1/accounts/" + bob.id() + "/mute");
    assertThat(found(alice, "ocelot")).isEmpty();
    alice.api().post("/api/v1/accounts/" + bob.id() + "/unmute");
    assertThat(found(alice, "ocelot")).hasSize(1);
    bob.api().post("/api/v1/accounts/" + alice.id() + "/block");
    assertThat(found(alice, "ocelot")).isEmpty();
  }

  @Test
  void what_was_private_is_lost_with_the_follow() {
    var post = bob.posts("a private marmot", "visibility", "private");
    alice.follows(bob);
    alice.api().post("/api/v1/statuses/" + post.id() + "/favourite");
    assertThat(found(alice, "marmot")).hasSize(1);

    alice.api().post("/api/v1/accounts/" + bob.id() + "/unfollow");
    assertThat(found(alice, "marmot")).isEmpty();
  }

  @Test
  void edits_and_deletions_count() {
    var post = alice.posts("the first badger");
    alice.api().put("/api/v1/statuses/" + post.id(), "status", "the second otter");
    assertThat(found(alice, "badger")).isEmpty();
    assertThat(found(alice, "otter")).hasSize(1);

    alice.api().delete("/api/v1/statuses/" + post.id());
    assertThat(found(alice, "otter")).isEmpty();
    assertThat(town.square().database().list("SELECT 1 FROM post_search", row -> 1)).isEmpty();
  }

  @Test
  void words_are_found_by_their_stem_in_the_language_of_the_post() {
    alice.posts("Two foxes were running", "language", "en");
    alice.posts("Die Häuser der Stadt", "language", "de");
    alice.posts("東京は大きい", "language", "ja");

    assertThat(found(alice, "fox run")).hasSize(1);
    assertThat(found(alice, "the foxes")).hasSize(1);
    assertThat(found(alice, "Haus")).hasSize(1);
    assertThat(found(alice, "die Stadt")).hasSize(1);
    assertThat(found(alice, "東京")).hasSize(1);
    assertThat(found(alice, "京東")).isEmpty();
  }

  @Test
  void operators_narrow_what_is_found() {
    agrees(bob.neighbour().id());
    var first = alice.posts("a red panda", "language", "en");
    bob.posts("a panda in red", "language", "fr");
    alice.posts("another panda https://example.org/", "in_reply_to_id", first.id());

    assertThat(found(alice, "panda")).hasSize(3);
    assertThat(found(alice, "\"red panda\"")).containsExactly("a red panda");
    assertThat(found(alice, "panda -red")).hasSize(1);
    assertThat(found(alice, "panda from:bob")).containsExactly("a panda in red");
    assertThat(found(alice, "panda -from:me")).containsExactly("a panda in red");
    assertThat(found(alice, "panda from:nobody")).isEmpty();
    assertThat(found(alice, "is:reply")).hasSize(1);
    assertThat(found(alice, "panda language:fr")).containsExactly("a panda in red");
    assertThat(found(alice, "panda has:link")).hasSize(1);
    assertThat(found(alice, "panda in:library")).hasSize(2);
    assertThat(found(alice, "panda before:2005-02-03")).isEmpty();
    assertThat(found(alice, "panda after:2005-02-03")).hasSize(3);
  }

  @Test
  void posts_from_elsewhere_are_found_if_their_authors_agreed_also_later() {
    town.square().follow(alice.actor(), dora.actor());
    dora.creates(dora.note("1", "<p>An <b>axo</b>lotl &amp; friends</p>"));
    town.drain();
    assertThat(found(alice, "axolotl")).isEmpty();

    agrees(dora.id());
    dora.creates(dora.note("2", "<p>Another axolotl</p>"));
    assertThat(found(alice, "axolotl")).containsExactly("Another axolotl");
    backfill();
    assertThat(found(alice, "axolotl")).contains("An axolotl &amp; friends");
  }

  @Test
  void who_was_named_from_elsewhere_finds_it() {
    dora.creates(
        dora.note("3", "<p>@alice a pangolin</p>")
            .with("to", List.of(Audience.PUBLIC, alice.actor().uri()))
            .with("tag", Stranger.mention(alice.actor())));

    assertThat(found(alice, "pangolin")).hasSize(1);
    assertThat(found(bob, "pangolin")).isEmpty();
  }

  @Test
  void pages_go_on_where_the_last_one_ended() {
    for (var i = 0; i < 5; i++) alice.posts("number " + i + " of the lemurs");
    town.drain();
    var path = "/api/v2/search?type=statuses&q=lemurs&limit=2&offset=";

    var pages =
        List.of(0, 2, 4).stream()
            .flatMap(
                offset ->
                    alice
                        .api()
                        .get(path + offset)
                        .json()
                        .get("statuses")
                        .findValuesAsText("content")
                        .stream())
            .map(content -> content.replaceAll("\\D", ""))
            .toList();
    assertThat(pages).containsExactly("4", "3", "2", "1", "0");
    assertThat(alice.api().get(path + "99999999999999999999").status()).isEqualTo(422);
  }

  @Test
  void nothing_that_is_typed_breaks_it() {
    alice.posts("a plain post");
    for (var query :
        List.of(
            "'",
            "\\",
            "a & b",
            "!",
            "\"",
            "a:b:*",
            "from:",
            "has:",
            "-",
            "()",
            "\u2603",
            "or",
            "before:+999999999-12-31",
            "during:-999999999-01-01")) {
      assertThat(found(alice, query)).isNotNull();
    }
  }

  private void backfill() {
    town.square().runs("search.backfill", Map.of());
  }
}
