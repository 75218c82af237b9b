package social.kring.community.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.platform.events.Publication;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Audience;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.json.Tree;
import social.kring.testing.Square;

class PostsTest {
  private final Square square = new Square();
  private final social.kring.testing.Neighbour alice = square.person("alice");
  private final social.kring.testing.Neighbour carol = square.person("carol");
  private final social.kring.testing.Stranger bob = square.stranger("bob", "peer.example");

  @AfterEach
  void close() {
    square.close();
  }

  @Test
  void what_is_typed_is_escaped_and_can_be_read_back() {
    var post = alice.posts("hello <b>circle</b>");

    assertThat(post.body().text().html()).isEqualTo("<p>hello &lt;b&gt;circle&lt;/b&gt;</p>");
    assertThat(square.posts().posts().source(alice.actor(), post.id()).text())
        .isEqualTo("hello <b>circle</b>");
  }

  @Test
  void ids_are_random_and_lie_under_the_authors_domain() {
    var first = alice.posts("one");
    var second = alice.posts("two");

    assertThat(first.uri().text()).matches("https://town\\.example/ap/o/[0-9a-z]{20}");
    assertThat(second.uri()).isNotEqualTo(first.uri());
  }

  @Test
  void a_public_post_goes_to_everyone_followers_and_whom_it_names() {
    alice.posts("hi @bob@peer.example");

    var create = onlyPublication();
    assertThat(create.activity().strings("to")).containsExactly(Audience.PUBLIC.text());
    assertThat(create.activity().strings("cc"))
        .containsExactly(followersOf(alice), bob.actor().uri().text());
    assertThat(create.recipients())
        .containsExactly(
            Publication.Recipients.followers(alice.id()), Publication.Recipients.actor(bob.id()));
  }

  @Test
  void an_unlisted_post_goes_to_followers_with_a_copy_to_everyone() {
    alice.posts("psst", Visibility.UNLISTED);

    var create = onlyPublication().activity();
    assertThat(create.strings("to")).containsExactly(followersOf(alice));
    assertThat(create.strings("cc")).containsExactly(Audience.PUBLIC.text());
  }

  @Test
  void a_private_post_goes_to_followers_alone_and_carries_no_proof() {
    alice.posts("between us", Visibility.PRIVATE);

    var create = onlyPublication().activity();
    assertThat(create.strings("to")).containsExactly(followersOf(alice));
    assertThat(create.strings("cc")).isEmpty();
    assertThat(create.has("proof")).isFalse();
    assertThat(note(create).has("proof")).isFalse();
  }

  @Test
  void a_direct_post_goes_only_to_whom_it_names() {
    alice.posts("@bob@peer.example a word", Visibility.DIRECT);

    var create = onlyPublication();
    assertThat(create.activity().strings("to")).containsExactly(bob.actor().uri().text());
    assertThat(create.activity().strings("cc")).isEmpty();
    assertThat(create.recipients()).containsExactly(Publication.Recipients.actor(bob.id()));
  }

  @Test
  void a_public_post_and_its_create_are_each_proved() {
    alice.posts("for all");

    var create = onlyPublication().activity();
    assertThat(create.tree("proof")).isPresent();
    assertThat(note(create).tree("proof")).isPresent();
    assertThat(note(create).isList("@context")).isTrue();
  }

  @Test
  void a_note_says_what_mastodon_reads() {
    var wording = new Wording("#Java rocks", "about work", false, Optional.of("en"));
    alice.posts(new Draft(wording, Visibility.PUBLIC, Optional.empty(), Optional.empty()));

    var note = note(onlyPublication().activity());
    assertThat(note.string("type")).contains("Note");
    assertThat(note.string("summary")).contains("about work");
    assertThat(note.flag("sensitive")).contains(true);
    assertThat(note.tree("contentMap").flatMap(map -> map.string("en")))
        .isEqualTo(note.string("content"));
    assertThat(note.objects("tag").getFirst().string("name")).contains("#java");
    assertThat(note.string("url")).hasValueSatisfying(url -> assertThat(url).contains("/@alice/"));
    assertThat(note.string("conversation")).isPresent();
    assertThat(note.tree("replies")).isPresent();
  }

  @Test
  void somebody_nobody_here_knows_is_asked_for_and_named() {
    square.outside().has("@dora@far.example");

    alice.posts("hi @dora@far.example and @nobody@far.example");

    assertThat(onlyPublication().activity().strings("cc"))
        .contains("https://far.example/users/dora");
  }

  @Test
  void an_answer_names_its_post_and_its_author_hears_of_it() {
    var post = carol.posts("what do you think?");

    var answer = alice.replies(post, "good");

    assertThat(answer.thread().parent()).contains(new PostThread.Parent(post.id(), carol.id()));
    assertThat(answer.thread().conversation()).isEqualTo(post.thread().conversation());
    assertThat(carol.sees(post).orElseThrow().state().counts().replies()).isEqualTo(1);
    assertThat(square.published().getLast().activity().strings("cc"))
        .contains(carol.actor().uri().text());
  }

  @Test
  void a_private_answer_is_not_counted() {
    var post = alice.posts("what do you think?");

    carol.posts(Draft.of("hm", Visibility.PRIVATE).inReplyTo(post.id()));

    assertThat(alice.sees(post).orElseThrow().state().counts().replies()).isZero();
  }

  @Test
  void nobody_answers_what_they_may_not_see() {
    var secret = carol.posts("secret", Visibility.PRIVATE);

    assertThatThrownBy(() -> alice.replies(secret, "what secret?"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
  }

  @Test
  void the_same_key_makes_one_post() {
    var draft = Draft.of("once", Visibility.PUBLIC).keyed("k1");

    var first = alice.posts(draft);
    var second = alice.posts(draft);

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(alice.profile(alice.actor())).containsExactly(first.id());
    assertThat(square.published()).hasSize(1);
  }

  @Test
  void a_key_is_its_owners() {
    var draft = Draft.of("once", Visibility.PUBLIC).keyed("k1");

    assertThat(alice.posts(draft).id()).isNotEqualTo(carol.posts(draft).id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n ", "a\u0000b", "a\ud800"})
  void what_cannot_be_published_is_refused(String text) {
    assertThatThrownBy(() -> alice.posts(text))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID));
    assertThat(alice.profile(alice.actor())).isEmpty();
  }

  @Test
  void five_thousand_characters_are_enough() {
    alice.posts("😀".repeat(5_000));

    assertThatThrownBy(() -> alice.posts("x".repeat(5_001))).hasMessageContaining("5000");
  }

  @Test
  void an_edit_replaces_the_text_and_keeps_what_it_was() {
    var post = alice.posts("first words #one");
    square.town().clock().advance(java.time.Duration.ofMinutes(1));

    var edited = alice.edits(post, "second words @bob@peer.example #two");

    assertThat(edited.body().text().html()).contains("second words");
    assertThat(edited.state().edited()).contains(square.town().clock().instant());
    var history = square.posts().reading().reactions().history(square.database(), edited);
    assertThat(history).extracting(v -> v.body().text().html()).hasSize(2);
    assertThat(history.getFirst().body().text().html()).contains("first words");
    var update = square.published().getLast();
    assertThat(update.activity().string("type")).contains("Update");
    assertThat(note(update.activity()).string("updated")).isPresent();
    assertThat(update.recipients())
        .contains(Publication.Recipients.actor(bob.id()))
        .contains(new Publication.Recipients("post.reached", post.id()));
    assertThat(alice.view(PostEntry.of(post.id())).orElseThrow().post().tags())
        .containsExactly("two");
  }

  @Test
  void an_edit_that_changes_nothing_is_none() {
    var post = alice.posts("same");
    square.published();

    assertThat(alice.edits(post, "same").state().edited()).isEmpty();
    assertThat(square.published()).isEmpty();
  }

  @Test
  void only_its_author_edits_or_deletes_a_post() {
    var post = alice.posts("mine");

    assertThatThrownBy(() -> carol.edits(post, "defaced")).hasMessage("Record not found");
    assertThatThrownBy(() -> carol.deletes(post)).hasMessage("Record not found");
    assertThat(alice.sees(post).orElseThrow().body()).isEqualTo(post.body());
  }

  @Test
  void a_deleted_post_is_gone_and_everyone_who_got_it_is_told() {
    var post = alice.posts("regret");
    var answer = carol.replies(post, "oh?");
    square.published();

    alice.deletes(post);

    assertThat(alice.sees(post)).isEmpty();
    assertThat(carol.sees(answer).orElseThrow().thread().parent()).isEmpty();
    var delete = onlyPublication();
    assertThat(delete.activity().string("type")).contains("Delete");
    assertThat(note(delete.activity()).string("type")).contains("Tombstone");
    assertThat(delete.recipients()).contains(new Publication.Recipients("post.reached", post.id()));
  }

  @Test
  void nothing_of_what_a_deleted_post_said_is_kept() {
    var post = alice.posts("regret");
    alice.edits(post, "more regret");

    alice.deletes(post);

    assertThat(
            square
                .database()
                .list(
                    """
                    SELECT content || coalesce(source, '') AS said FROM post
                    UNION ALL SELECT content FROM post_edit
                    """,
                    row -> row.getString("said")))
        .containsOnly("");
  }

  private Publication onlyPublication() {
    var published = square.published();
    assertThat(published).hasSize(1);
    return published.getFirst();
  }

  private static Tree note(Tree activity) {
    return activity.tree("object").orElseThrow();
  }

  private static String followersOf(social.kring.testing.Neighbour person) {
    return person.actor().addresses().followers().orElseThrow().text();
  }

  static List<Long> ids(PostRow... posts) {
    return java.util.Arrays.stream(posts).map(PostRow::id).toList();
  }
}
