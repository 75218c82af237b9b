package social.kring.community.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.kring.community.DocumentSource.Served;
import social.kring.community.PageRequest;
import social.kring.community.Reader;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.Neighbour;
import social.kring.testing.Square;
import social.kring.testing.Stranger;

/** Who sees what, on every path. */
class VisibilityTest {
  private final Square square = new Square();
  private final Neighbour alice = square.person("alice");
  private final Neighbour carol = square.person("carol");
  private final Neighbour dora = square.person("dora");
  private final Stranger bob = square.stranger("bob", "peer.example");

  @AfterEach
  void close() {
    square.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Visibility.class,
      names = {"PUBLIC", "UNLISTED"})
  void everyone_sees_what_is_public_or_unlisted(Visibility visibility) {
    var post = alice.posts("for all", visibility);

    assertSeen(post, Reader.PUBLIC);
    assertSeen(post, Reader.of(bob.id()));
    assertThat(carol.sees(post)).isPresent();
  }

  @Test
  void followers_see_what_is_for_followers_while_they_follow() {
    var post = alice.posts("between us", Visibility.PRIVATE);
    assertHidden(post, Reader.of(bob.id()));

    square.follow(bob.actor(), alice.actor());
    assertSeen(post, Reader.of(bob.id()));

    square
        .town()
        .change(
            tx -> square.relationships().follows().removeFollower(tx, alice.actor(), bob.actor()));
    assertHidden(post, Reader.of(bob.id()));
    assertHidden(post, Reader.PUBLIC);
  }

  @Test
  void whoever_only_asks_to_follow_sees_nothing_yet() {
    square
        .database()
        .execute(
            "UPDATE actor SET locked = true WHERE id = $1",
            io.vertx.sqlclient.Tuple.of(alice.id()));
    var locked = square.town().again(alice.actor());
    square
        .town()
        .change(
            tx ->
                square
                    .relationships()
                    .follows()
                    .follow(
                        tx,
                        carol.actor(),
                        locked,
                        social.kring.community.relationships.FollowPreferences.DEFAULT));

    var post = alice.posts("between us", Visibility.PRIVATE);

    assertThat(carol.sees(post)).isEmpty();
  }

  @Test
  void only_whom_it_names_sees_a_direct_post() {
    carol.follows(alice.actor());
    var post = alice.posts("@dora a word", Visibility.DIRECT);

    assertThat(dora.sees(post)).isPresent();
    assertThat(carol.sees(post)).isEmpty();
    assertHidden(post, Reader.PUBLIC);
    assertHidden(post, Reader.of(bob.id()));
  }

  @Test
  void a_block_hides_both_from_each_other() {
    var hers = alice.posts("hers");
    var his = carol.posts("his");

    alice.blocks(carol.actor());

    assertThat(carol.sees(hers)).isEmpty();
    assertThat(alice.sees(his)).isEmpty();
    assertThat(carol.profile(alice.actor())).isEmpty();
    assertThat(dora.sees(hers)).isPresent();
  }

  @Test
  void a_signed_request_by_somebody_blocked_gets_nothing() {
    var post = alice.posts("for all");

    alice.blocks(bob.actor());

    assertHidden(post, Reader.of(bob.id()));
    assertSeen(post, Reader.PUBLIC);
  }

  @Test
  void nothing_is_shown_of_whoever_is_suspended() {
    var post = alice.posts("for all");
    var boost = alice.boosts(carol.posts("carol's"));

    square.town().change(tx -> square.town().foundation().actors().suspend(tx, alice.id()));

    assertThat(carol.sees(post)).isEmpty();
    assertThat(carol.view(boost)).isEmpty();
    assertHidden(post, Reader.PUBLIC);
    assertThat(document(alice.actor().addresses().outbox().orElseThrow(), Reader.PUBLIC)).isEmpty();
  }

  @Test
  void private_posts_are_absent_from_the_outbox_the_thread_and_the_totals() {
    var open = alice.posts("open");
    alice.posts(Draft.of("closed", Visibility.PRIVATE).inReplyTo(open.id()));
    var outbox = alice.actor().addresses().outbox().orElseThrow();

    var whole = document(outbox, Reader.PUBLIC).orElseThrow().document();
    var page = document(whole.id("first").orElseThrow(), Reader.PUBLIC).orElseThrow().document();
    var context =
        square.posts().reading().threads().around(square.database(), carol.id(), open.id());

    assertThat(whole.number("totalItems")).contains(1L);
    assertThat(page.objects("orderedItems")).hasSize(1);
    assertThat(page.objects("orderedItems").getFirst().string("type")).contains("Create");
    assertThat(context.descendants()).isEmpty();
    assertThat(
            document(PostCollection.REPLIES.address(open.uri()), Reader.PUBLIC)
                .orElseThrow()
                .document()
                .number("totalItems"))
        .contains(0L);
  }

  @Test
  void a_signed_follower_finds_private_posts_in_the_outbox() {
    square.follow(bob.actor(), alice.actor());
    alice.posts("closed", Visibility.PRIVATE);
    var outbox = alice.actor().addresses().outbox().orElseThrow();

    var first = FediUrl.parse(outbox.text() + "?page=first");

    assertThat(
            document(first, Reader.of(bob.id())).orElseThrow().document().objects("orderedItems"))
        .hasSize(1);
    assertThat(document(first, Reader.PUBLIC).orElseThrow().document().objects("orderedItems"))
        .isEmpty();
  }

  @Test
  void a_deleted_public_post_leaves_a_tombstone_and_a_private_one_nothing() {
    var open = alice.posts("open");
    var closed = alice.posts("closed", Visibility.PRIVATE);

    alice.deletes(open);
    alice.deletes(closed);

    var tombstone = document(open.uri(), Reader.PUBLIC).orElseThrow();
    assertThat(tombstone.gone()).isTrue();
    assertThat(tombstone.document().string("type")).contains("Tombstone");
    assertThat(document(closed.uri(), Reader.PUBLIC)).isEmpty();
  }

  @Test
  void the_activity_in_the_outbox_is_the_one_that_was_sent() {
    var post = alice.posts("open");
    var sent = square.published().getFirst().activity();

    var served = document(post.addresses().create().orElseThrow(), Reader.PUBLIC).orElseThrow();

    assertThat(served.document()).isEqualTo(sent);
  }

  @Test
  void featured_posts_and_boosts_have_documents() {
    var post = alice.posts("look");
    alice.pins(post);
    var boost = carol.boosts(post);

    var featured = document(alice.actor().addresses().featured().orElseThrow(), Reader.PUBLIC);
    var announce = square.published().getLast().activity();

    assertThat(featured.orElseThrow().document().objects("orderedItems").getFirst().id("id"))
        .contains(post.uri());
    assertThat(document(announce.id("id").orElseThrow(), Reader.PUBLIC).orElseThrow().document())
        .isEqualTo(announce);
    assertThat(boost.isBoost()).isTrue();
  }

  @Test
  void a_post_from_elsewhere_has_no_document_here() {
    alice.follows(bob.actor());
    var note = bob.note("1", "<p>theirs</p>");
    bob.creates(note);

    assertThat(document(note.id("id").orElseThrow(), Reader.PUBLIC)).isEmpty();
  }

  @Test
  void a_profile_can_be_filtered_and_paged() {
    var first = alice.posts("first #one");
    var answer = alice.replies(carol.posts("what?"), "this");
    var thread = alice.replies(first, "more");
    var boost = alice.boosts(carol.posts("carol's"));

    assertThat(carol.profile(alice.actor()))
        .containsExactly(boost.id(), thread.id(), answer.id(), first.id());
    assertThat(profile(true, false, Optional.empty()))
        .containsExactly(boost.id(), thread.id(), first.id());
    assertThat(profile(false, true, Optional.empty()))
        .containsExactly(thread.id(), answer.id(), first.id());
    assertThat(profile(false, false, Optional.of("ONE"))).containsExactly(first.id());
    assertThat(page(PageRequest.olderThan(thread.id(), 1))).containsExactly(answer.id());
    assertThat(page(PageRequest.of(Optional.empty(), Optional.empty(), Optional.of(first.id()), 2)))
        .containsExactly(thread.id(), answer.id());
  }

  @Test
  void a_thread_is_read_depth_first() {
    var root = alice.posts("root");
    var one = carol.replies(root, "one");
    var two = dora.replies(root, "two");
    var below = alice.replies(one, "one below");

    var around = square.posts().reading().threads().around(square.database(), 0, root.id());
    var above = square.posts().reading().threads().around(square.database(), 0, below.id());

    assertThat(around.descendants())
        .extracting(PostEntry::post)
        .containsExactly(one.id(), below.id(), two.id());
    assertThat(above.ancestors()).extracting(PostEntry::post).containsExactly(root.id(), one.id());
  }

  private java.util.List<Long> profile(boolean noReplies, boolean noBoosts, Optional<String> tag) {
    return carol.profile(alice.actor(), ProfileFilter.of(noReplies, noBoosts, false, tag)).stream()
        .map(PostEntry::id)
        .toList();
  }

  private java.util.List<Long> page(PageRequest page) {
    return square
        .posts()
        .reading()
        .profiles()
        .page(square.database(), carol.id(), alice.id(), ProfileFilter.ALL, page)
        .stream()
        .map(PostEntry::id)
        .toList();
  }

  private void assertSeen(PostRow post, Reader reader) {
    assertThat(document(post.uri(), reader)).isPresent();
    assertThat(document(post.addresses().create().orElseThrow(), reader)).isPresent();
  }

  private void assertHidden(PostRow post, Reader reader) {
    assertThat(document(post.uri(), reader)).isEmpty();
    assertThat(document(post.addresses().create().orElseThrow(), reader)).isEmpty();
    assertThat(document(PostCollection.REPLIES.address(post.uri()), reader)).isEmpty();
  }

  private Optional<Served> document(FediUrl id, Reader reader) {
    return square.posts().capability().documents().stream()
        .flatMap(source -> source.find(id, reader).stream())
        .findFirst();
  }
}
