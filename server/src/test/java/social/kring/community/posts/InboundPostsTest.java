package social.kring.community.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.kring.federation.receiving.Outcome;
import social.kring.platform.events.Happening;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.json.Tree;
import social.kring.testing.Neighbour;
import social.kring.testing.Square;
import social.kring.testing.Stranger;

class InboundPostsTest {
  private final Square square = new Square();
  private final Neighbour alice = square.person("alice");
  private final Stranger bob = square.stranger("bob", "peer.example");
  private final Stranger mallory = square.stranger("mallory", "peer.example");

  @BeforeEach
  void follow() {
    alice.follows(bob.actor());
  }

  @AfterEach
  void close() {
    square.close();
  }

  @Test
  void a_post_by_somebody_followed_is_stored_and_cleaned() {
    var note = bob.note("1", "<p>hi <script>alert(1)</script><b>there</b></p>");

    bob.creates(note);

    var post = bob.post(note).orElseThrow();
    assertThat(post.body().text().html()).isEqualTo("<p>hi <b>there</b></p>");
    assertThat(post.kind().visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(square.happened()).extracting(Happening::kind).contains("post.created");
  }

  @Test
  void a_post_that_concerns_nobody_here_is_heard_and_forgotten() {
    var note = mallory.note("1", "<p>to the world</p>");

    assertThat(mallory.creates(note)).isEqualTo(Outcome.done());
    assertThat(mallory.post(note)).isEmpty();
  }

  @Test
  void a_post_that_names_somebody_here_comes_in() {
    var note = mallory.note("1", "<p>@alice</p>").with("tag", Stranger.mention(alice.actor()));

    mallory.creates(note.with("cc", alice.actor().uri()));

    var post = mallory.post(note).orElseThrow();
    var view = alice.view(PostEntry.of(post.id())).orElseThrow().post();
    assertThat(view.mentioned()).extracting(a -> a.id()).containsExactly(alice.id());
  }

  @Test
  void whoever_is_addressed_without_being_named_sees_it_too() {
    var note = mallory.note("1", "<p>psst</p>").with("to", alice.actor().uri()).without("cc");

    mallory.creates(note);

    var post = mallory.post(note).orElseThrow();
    assertThat(post.kind().visibility()).isEqualTo(Visibility.DIRECT);
    assertThat(alice.sees(post)).isPresent();
    assertThat(square.person("carol").sees(post)).isEmpty();
  }

  @Test
  void an_answer_to_a_post_of_ours_is_counted() {
    var post = alice.posts("well?");

    mallory.creates(mallory.reply("1", post, alice.actor()));

    assertThat(alice.sees(post).orElseThrow().state().counts().replies()).isEqualTo(1);
  }

  @Test
  void the_same_post_comes_in_once() {
    var note = bob.note("1", "<p>once</p>");

    for (var i = 0; i < 3; i++) bob.creates(note);

    assertThat(alice.profile(bob.actor())).hasSize(1);
    assertThat(square.happened()).filteredOn(e -> e.kind().equals("post.created")).hasSize(1);
  }

  @Test
  void another_create_does_not_change_a_known_post() {
    var note = bob.note("1", "<p>first</p>");
    bob.creates(note);

    bob.creates(note.with("content", "<p>other</p>"));

    assertThat(bob.post(note).orElseThrow().body().text().html()).isEqualTo("<p>first</p>");
  }

  @Test
  void nobody_publishes_in_the_name_of_another_on_the_same_host() {
    var forged = bob.note("1", "<p>forged</p>").with("cc", alice.actor().uri());

    mallory.sends("Create", forged);
    mallory.sends(
        mallory
            .activity("Create", forged.with("attributedTo", mallory.actor().uri()))
            .with("actor", bob.actor().uri()));

    assertThat(bob.post(forged)).isEmpty();
  }

  @Test
  void an_embedded_post_of_another_origin_is_asked_for_there() {
    var far = square.stranger("bob", "far.example");
    alice.follows(far.actor());
    var note = far.note("1", "<p>true</p>");
    square.outside().serves(note);

    far.sends(
        far.activity(
            "Create", note.with("content", "<p>lie</p>").with("id", "https://peer.example/x")));
    assertThat(square.post(social.kring.protocol.url.FediUrl.parse("https://peer.example/x")))
        .isEmpty();

    far.sends("Create", note.id("id").orElseThrow());
    assertThat(far.post(note).orElseThrow().body().text().html()).isEqualTo("<p>true</p>");
  }

  @Test
  void a_public_post_may_be_passed_on_with_its_proof_but_a_private_one_may_not() {
    var open = bob.note("1", "<p>open</p>");
    var closed = bob.note("2", "<p>closed</p>").with("to", bob.followers()).without("cc");

    square.passesOn(mallory, bob, bob.activity("Create", open));
    square.passesOn(mallory, bob, bob.activity("Create", closed).with("to", bob.followers()));

    assertThat(bob.post(open)).isPresent();
    assertThat(bob.post(closed)).isEmpty();
  }

  @Test
  void a_post_from_the_future_is_from_now() {
    var note = bob.note("1", "<p>tomorrow</p>").with("published", "2099-01-01T00:00:00Z");

    bob.creates(note);

    assertThat(bob.post(note).orElseThrow().state().published())
        .isEqualTo(square.town().clock().instant());
  }

  @Test
  void posts_sort_by_when_they_were_published() {
    var now = square.town().clock().instant();
    var newer = bob.note("new", "<p>new</p>").with("published", now);
    var older = bob.note("old", "<p>old</p>").with("published", now.minus(Duration.ofDays(9)));

    bob.creates(newer);
    bob.creates(older);

    assertThat(alice.profile(bob.actor()))
        .containsExactly(bob.post(newer).orElseThrow().id(), bob.post(older).orElseThrow().id());
  }

  @Test
  void an_update_by_its_author_edits_a_post() {
    var note = bob.note("1", "<p>first</p>");
    bob.creates(note);

    bob.sends("Update", edited(note, "<p>second</p>"));

    var post = bob.post(note).orElseThrow();
    assertThat(post.body().text().html()).isEqualTo("<p>second</p>");
    assertThat(post.state().edited()).isPresent();
    assertThat(square.posts().reading().reactions().history(square.database(), post)).hasSize(2);
  }

  @Test
  void an_update_by_somebody_else_on_the_same_host_changes_nothing() {
    var note = bob.note("1", "<p>mine</p>");
    bob.creates(note);

    mallory.sends("Update", edited(note, "<p>defaced</p>"));
    mallory.sends(
        "Update", edited(note, "<p>defaced</p>").with("attributedTo", mallory.actor().uri()));

    assertThat(bob.post(note).orElseThrow().body().text().html()).isEqualTo("<p>mine</p>");
  }

  @Test
  void nobody_elsewhere_edits_or_deletes_what_was_written_here() {
    var post = alice.posts("ours");
    var forged = bob.note("x", "<p>defaced</p>").with("id", post.uri());

    bob.sends("Update", edited(forged, "<p>defaced</p>"));
    assertThat(bob.sends("Delete", post.uri())).isInstanceOf(Outcome.Refused.class);

    assertThat(alice.sees(post).orElseThrow().body()).isEqualTo(post.body());
  }

  @Test
  void an_older_update_that_comes_late_changes_nothing() {
    var note = bob.note("1", "<p>one</p>");
    bob.creates(note);
    square.town().clock().advance(Duration.ofHours(2));
    var now = square.town().clock().instant();

    bob.sends("Update", note.with("content", "<p>three</p>").with("updated", now));
    bob.sends(
        "Update",
        note.with("content", "<p>two</p>").with("updated", now.minus(Duration.ofHours(1))));

    assertThat(bob.post(note).orElseThrow().body().text().html()).isEqualTo("<p>three</p>");
  }

  @Test
  void new_tallies_of_a_poll_are_no_edit_and_are_clamped() {
    var question = question(1, 2);
    bob.creates(question);

    bob.sends("Update", question(5, 10_000_000_000_000L));

    var post = bob.post(question).orElseThrow();
    assertThat(post.body().poll().orElseThrow().options())
        .extracting(PostPoll.Option::votes)
        .containsExactly(5L, 1_000_000_000L);
    assertThat(post.state().edited()).isEmpty();
    assertThat(square.happened()).extracting(Happening::kind).doesNotContain("post.edited");
  }

  @Test
  void a_deletion_by_its_author_removes_a_post_for_good() {
    var note = bob.note("1", "<p>regret</p>");
    bob.creates(note);

    bob.sends("Delete", Tree.of(Map.of("id", note.id("id").orElseThrow(), "type", "Tombstone")));
    bob.creates(note);

    assertThat(bob.post(note)).isEmpty();
    assertThat(alice.profile(bob.actor())).isEmpty();
  }

  @Test
  void a_deletion_by_somebody_else_on_the_same_host_changes_nothing() {
    var note = bob.note("1", "<p>mine stays</p>");
    bob.creates(note);

    mallory.sends("Delete", note.id("id").orElseThrow());

    assertThat(bob.post(note)).isPresent();
  }

  @Test
  void a_deletion_that_overtakes_its_post_wins() {
    var note = bob.note("1", "<p>regret</p>");

    bob.sends("Delete", note.id("id").orElseThrow());
    bob.creates(note);

    assertThat(bob.post(note)).isEmpty();
  }

  @Test
  void nobody_keeps_away_what_another_has_yet_to_publish() {
    var note = bob.note("1", "<p>still to come</p>");

    mallory.sends("Delete", note.id("id").orElseThrow());
    bob.creates(note);

    assertThat(bob.post(note)).isPresent();
  }

  @Test
  void what_is_no_note_is_shown_by_title_text_and_link() {
    var article =
        bob.note("1", "<h2>Part</h2><p>body</p>")
            .with("type", "Article")
            .with("name", "On <em>rings</em>")
            .with("url", "https://peer.example/articles/1");

    bob.creates(article);

    assertThat(bob.post(article).orElseThrow().body().text().html())
        .startsWith("<p><strong>On rings</strong></p><p>Part</p><p>body</p>")
        .contains("href=\"https://peer.example/articles/1\"");
  }

  @Test
  void media_tags_emoji_and_language_come_along() {
    var note =
        bob.note("1", "<p>look :blob: #Cats</p>")
            .without("content")
            .with("contentMap", Map.of("de", "<p>schau :blob:</p>"))
            .with("summary", "cats")
            .with(
                "attachment",
                Map.of(
                    "type", "Document",
                    "mediaType", "image/png",
                    "url", "https://peer.example/cat.png",
                    "name", "a cat"))
            .with(
                "tag",
                List.of(
                    Map.of("type", "Hashtag", "name", "#Cats"),
                    Map.of(
                        "type", "Emoji",
                        "name", ":blob:",
                        "icon", Map.of("type", "Image", "url", "https://peer.example/b.png"))));

    bob.creates(note);

    var post = bob.post(note).orElseThrow();
    assertThat(post.body().media().getFirst().description()).contains("a cat");
    assertThat(post.body().emojis())
        .containsExactly(new PostEmoji("blob", "https://peer.example/b.png"));
    assertThat(post.body().text().language()).contains("de");
    assertThat(post.body().text().spoiler()).isEqualTo("cats");
    assertThat(alice.view(PostEntry.of(post.id())).orElseThrow().post().tags())
        .containsExactly("cats");
  }

  @Test
  void an_answer_that_comes_before_its_post_finds_it() {
    var first = bob.note("1", "<p>first</p>");
    var second = bob.note("2", "<p>second</p>").with("inReplyTo", first.id("id").orElseThrow());

    bob.creates(second);
    bob.creates(first);

    var parent = bob.post(first).orElseThrow();
    assertThat(bob.post(second).orElseThrow().thread().parent())
        .contains(new PostThread.Parent(parent.id(), bob.id()));
    assertThat(parent.state().counts().replies()).isEqualTo(1);
  }

  @Test
  void missing_ancestors_are_fetched_and_are_news_to_nobody() {
    var root = mallory.note("root", "<p>root</p>");
    var middle = mallory.note("middle", "<p>middle</p>").with("inReplyTo", root.id("id").get());
    var answer = bob.note("1", "<p>answer</p>").with("inReplyTo", middle.id("id").get());
    square.outside().serves(root);
    square.outside().serves(middle);

    bob.creates(answer);
    square.drain();

    var context =
        square
            .posts()
            .reading()
            .threads()
            .around(square.database(), alice.id(), bob.post(answer).orElseThrow().id());
    assertThat(context.ancestors())
        .extracting(PostEntry::post)
        .containsExactly(
            mallory.post(root).orElseThrow().id(), mallory.post(middle).orElseThrow().id());
    assertThat(square.happened()).filteredOn(e -> e.kind().equals("post.created")).hasSize(1);
  }

  @Test
  void a_thread_without_end_is_followed_fifty_posts_up() {
    for (var i = 0; i < 80; i++) {
      square
          .outside()
          .serves(
              mallory
                  .note("n" + i, "<p>x</p>")
                  .with("inReplyTo", mallory.address("/notes/n" + (i + 1))));
    }

    bob.creates(bob.note("1", "<p>answer</p>").with("inReplyTo", mallory.address("/notes/n0")));
    square.drain();

    assertThat(square.database().one("SELECT count(*) AS n FROM post", row -> row.getLong("n")))
        .contains(51L);
  }

  @Test
  void whoever_is_named_and_unknown_is_looked_up_afterwards() {
    square.outside().has("@dora@far.example");
    var note =
        bob.note("1", "<p>hi dora</p>")
            .with(
                "tag",
                Map.of(
                    "type", "Mention", "href", "https://far.example/users/dora", "name", "@dora"));

    bob.creates(note);
    square.drain();

    var view = alice.view(PostEntry.of(bob.post(note).orElseThrow().id())).orElseThrow();
    assertThat(view.post().mentioned())
        .extracting(actor -> actor.handle().name())
        .containsExactly("dora");
  }

  @Test
  void a_vote_is_no_answer() {
    var post = alice.posts("well?");
    var vote = mallory.reply("v", post, alice.actor()).without("content").with("name", "yes");

    mallory.creates(vote);

    assertThat(mallory.post(vote)).isEmpty();
  }

  @Test
  void the_first_follow_brings_recent_and_featured_posts_without_any_news() {
    var dora = square.stranger("dora", "far.example");
    square.outlines(dora);
    var recent = dora.note("1", "<p>recent</p>");
    var pinned = dora.note("2", "<p>pinned</p>").with("published", Instant.EPOCH);
    square.outside().serves(collection(dora, "/outbox", List.of(dora.activity("Create", recent))));
    square.outside().serves(collection(dora, "/featured", List.of(pinned)));

    alice.follows(dora.actor());
    square.drain();

    assertThat(dora.post(recent)).isPresent();
    assertThat(dora.post(pinned).orElseThrow().state().pinned()).isPresent();
    assertThat(square.happened()).extracting(Happening::kind).doesNotContain("post.created");
  }

  @Test
  void a_profile_fetched_today_is_not_fetched_again() {
    var dora = square.stranger("dora", "far.example");
    alice.follows(dora.actor());
    square.drain();
    var asked = square.outside().asked();

    square.person("carol").follows(dora.actor());
    square.drain();

    assertThat(square.outside().asked()).isEqualTo(asked);
  }

  @Test
  void pins_of_others_come_and_go() {
    square.outlines(bob);
    var note = bob.note("1", "<p>look</p>");
    bob.creates(note);
    var featured = bob.address("/featured");

    bob.sends(bob.activity("Add", note.id("id").get()).with("target", featured));
    assertThat(bob.post(note).orElseThrow().state().pinned()).isPresent();

    mallory.sends(mallory.activity("Remove", note.id("id").get()).with("target", featured));
    assertThat(bob.post(note).orElseThrow().state().pinned()).isPresent();

    bob.sends(bob.activity("Remove", note.id("id").get()).with("target", featured));
    assertThat(bob.post(note).orElseThrow().state().pinned()).isEmpty();
  }

  private Tree question(long yes, long no) {
    return bob.note("q", "<p>well?</p>")
        .with("type", "Question")
        .with("endTime", "2027-01-01T00:00:00Z")
        .with("oneOf", List.of(option("yes", yes), option("no", no)));
  }

  private static Map<String, Object> option(String name, long votes) {
    return Map.of("type", "Note", "name", name, "replies", Map.of("totalItems", votes));
  }

  private Tree edited(Tree note, String content) {
    square.town().clock().advance(Duration.ofMinutes(5));
    return note.with("content", content).with("updated", square.town().clock().instant());
  }

  private static Tree collection(Stranger owner, String path, List<Tree> items) {
    return Tree.builder()
        .put("id", owner.address(path))
        .put("type", "OrderedCollection")
        .put("orderedItems", items)
        .build();
  }
}
