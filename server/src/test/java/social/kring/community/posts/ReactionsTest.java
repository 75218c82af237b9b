package social.kring.community.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import social.kring.community.PageRequest;
import social.kring.federation.receiving.Outcome;
import social.kring.platform.events.Happening;
import social.kring.platform.events.Publication.Recipients;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.testing.Neighbour;
import social.kring.testing.Square;
import social.kring.testing.Stranger;

class ReactionsTest {
  private final Square square = new Square();
  private final Neighbour alice = square.person("alice");
  private final Neighbour carol = square.person("carol");
  private final Stranger bob = square.stranger("bob", "peer.example");
  private final Stranger mallory = square.stranger("mallory", "peer.example");

  @AfterEach
  void close() {
    square.close();
  }

  @Test
  void a_like_counts_once_and_can_be_taken_back() {
    var post = alice.posts("like me");

    carol.likes(post);
    carol.likes(post);
    assertThat(counts(post).favourites()).isEqualTo(1);

    carol.unlikes(post);
    carol.unlikes(post);
    assertThat(counts(post).favourites()).isZero();
    assertThat(square.happened())
        .extracting(Happening::kind)
        .containsOnlyOnce("post.favourited", "post.unfavourited");
  }

  @Test
  void a_like_of_a_post_from_elsewhere_is_sent_to_its_author_alone() {
    var post = received(bob, "1");

    alice.likes(post);
    alice.unlikes(post);

    var published = square.published();
    var like = published.getFirst().activity();
    var undo = published.getLast().activity();
    assertThat(published.getFirst().recipients()).containsExactly(Recipients.actor(bob.id()));
    assertThat(like.id("object")).contains(post.uri());
    assertThat(undo.string("type")).contains("Undo");
    assertThat(undo.tree("object").orElseThrow().id("id")).isEqualTo(like.id("id"));
    assertThat(undo.tree("object").orElseThrow().id("object")).contains(post.uri());
  }

  @Test
  void a_boost_is_shown_among_the_boosters_posts_and_can_be_taken_back() {
    var post = alice.posts("spread me");

    var boost = carol.boosts(post);

    assertThat(carol.profile(carol.actor())).containsExactly(boost.id());
    var view = alice.view(boost).orElseThrow();
    assertThat(view.post().post().id()).isEqualTo(post.id());
    assertThat(view.boost().orElseThrow().booster().id()).isEqualTo(carol.id());
    assertThat(counts(post).boosts()).isEqualTo(1);

    carol.unboosts(post);
    assertThat(carol.profile(carol.actor())).isEmpty();
    assertThat(alice.view(boost)).isEmpty();
    assertThat(counts(post).boosts()).isZero();
  }

  @Test
  void a_boost_is_announced_to_followers_and_the_author_and_its_undo_embeds_it() {
    var post = received(bob, "1");

    alice.boosts(post);
    alice.unboosts(post);

    var published = square.published();
    var announce = published.getFirst();
    assertThat(announce.activity().string("type")).contains("Announce");
    assertThat(announce.activity().has("proof")).isTrue();
    assertThat(announce.recipients())
        .containsExactly(Recipients.followers(alice.id()), Recipients.actor(bob.id()));
    var undo = published.getLast().activity();
    assertThat(undo.tree("object").orElseThrow().id("id")).isEqualTo(announce.activity().id("id"));
  }

  @Test
  void boosting_twice_gives_the_same_boost() {
    var post = alice.posts("spread me");

    assertThat(carol.boosts(post)).isEqualTo(carol.boosts(post));
  }

  @Test
  void what_is_for_followers_is_boosted_by_nobody_but_its_author() {
    carol.follows(alice.actor());
    var post = alice.posts("between us", Visibility.PRIVATE);

    assertThatThrownBy(() -> carol.boosts(post)).hasMessage("This action is not allowed");
    var own = alice.boosts(post);

    assertThat(carol.view(own)).isPresent();
    assertThat(square.person("dora").view(own)).isEmpty();
  }

  @Test
  void a_like_and_a_boost_from_elsewhere_count_once_and_can_be_undone() {
    var post = alice.posts("count on me");
    var like = bob.activity("Like", post.uri());
    var boost = bob.activity("Announce", post.uri());

    for (var i = 0; i < 3; i++) {
      bob.sends(like);
      bob.sends(boost);
    }
    assertThat(counts(post)).isEqualTo(new PostCounts(0, 1, 1));

    bob.sends("Undo", like);
    bob.sends("Undo", boost.id("id").orElseThrow());
    assertThat(counts(post)).isEqualTo(PostCounts.NONE);
  }

  @Test
  void an_emoji_reaction_counts_as_a_like_and_a_dislike_as_nothing() {
    var post = alice.posts("feel something");

    bob.sends(bob.activity("EmojiReact", post.uri()).with("content", "🎉"));
    mallory.sends("Dislike", post.uri());

    assertThat(counts(post).favourites()).isEqualTo(1);
  }

  @Test
  void an_undo_that_overtakes_its_like_wins() {
    var post = alice.posts("count on me");
    var like = bob.activity("Like", post.uri());

    bob.sends("Undo", like);
    bob.sends(like);

    assertThat(counts(post).favourites()).isZero();
  }

  @Test
  void nobody_undoes_what_another_did() {
    var post = alice.posts("count on me");
    var like = bob.activity("Like", post.uri());
    bob.sends(like);

    assertThat(mallory.sends("Undo", like)).isInstanceOf(Outcome.Refused.class);
    mallory.sends("Undo", like.id("id").orElseThrow());

    assertThat(counts(post).favourites()).isEqualTo(1);
  }

  @Test
  void whoever_is_blocked_or_not_meant_leaves_no_trace() {
    var open = alice.posts("for all");
    var secret = alice.posts("between us", Visibility.PRIVATE);
    alice.blocks(bob.actor());

    bob.sends("Like", open.uri());
    bob.sends("Announce", open.uri());
    mallory.sends("Like", secret.uri());
    mallory.sends("Announce", secret.uri());

    assertThat(counts(open)).isEqualTo(PostCounts.NONE);
    assertThat(counts(secret)).isEqualTo(PostCounts.NONE);
  }

  @Test
  void a_boost_by_somebody_followed_brings_its_post_from_its_own_origin() {
    alice.follows(bob.actor());
    var far = square.stranger("far", "far.example");
    var note = far.note("1", "<p>true</p>");
    square.outside().serves(note);

    bob.sends("Announce", note.with("content", "<p>lie</p>"));

    assertThat(far.post(note).orElseThrow().body().text().html()).isEqualTo("<p>true</p>");
    assertThat(alice.profile(bob.actor())).hasSize(1);
    assertThat(square.happened())
        .extracting(Happening::kind)
        .contains("post.found", "post.boosted")
        .doesNotContain("post.created");
  }

  @Test
  void a_group_announces_the_activity_that_made_a_post() {
    var group = square.stranger("group", "lemmy.example");
    alice.follows(group.actor());
    var page = mallory.note("1", "<p>body</p>").with("type", "Page").with("name", "title");
    square.outside().serves(page);

    group.sends("Announce", mallory.activity("Create", page.with("content", "<p>lie</p>")));
    group.sends("Announce", mallory.activity("Like", page.id("id").orElseThrow()));

    var post = mallory.post(page).orElseThrow();
    assertThat(post.body().text().html()).contains("body");
    assertThat(counts(post)).isEqualTo(new PostCounts(0, 0, 1));
  }

  @Test
  void a_boost_by_nobody_followed_here_is_forgotten() {
    var far = square.stranger("far", "far.example");
    var note = far.note("1", "<p>x</p>");
    square.outside().serves(note);

    bob.sends("Announce", note.id("id").orElseThrow());

    assertThat(far.post(note)).isEmpty();
  }

  @Test
  void a_deleted_post_takes_its_reactions_along() {
    var post = alice.posts("regret");
    carol.likes(post);
    carol.boosts(post);

    alice.deletes(post);
    square.drain();

    assertThat(carol.profile(carol.actor())).isEmpty();
    assertThat(
            square
                .database()
                .list(
                    "SELECT id FROM favourite UNION ALL SELECT id FROM boost",
                    row -> row.getLong("id")))
        .isEmpty();
  }

  @Test
  void those_who_reacted_are_listed_by_page() {
    var post = alice.posts("like me");
    carol.likes(post);
    bob.sends("Like", post.uri());

    var reactions = square.posts().reading().reactions();
    var first = reactions.favourites(square.database(), post.id(), PageRequest.newest(1));
    var rest =
        reactions.favourites(
            square.database(), post.id(), PageRequest.olderThan(first.getFirst().id(), 10));

    assertThat(first).extracting(Reaction::actor).containsExactly(bob.id());
    assertThat(rest).extracting(Reaction::actor).containsExactly(carol.id());
  }

  @Test
  void pins_are_one_owns_and_few() {
    var posts = List.of(1, 2, 3, 4, 5, 6).stream().map(i -> alice.posts("post " + i)).toList();

    posts.subList(0, 5).forEach(alice::pins);

    assertThatThrownBy(() -> alice.pins(posts.getLast())).hasMessageContaining("maximum");
    assertThatThrownBy(() -> carol.pins(posts.getFirst())).hasMessageContaining("else's");
    var pinned = square.posts().reading().profiles().pinned(square.database(), 0, alice.id());
    assertThat(pinned).hasSize(5);
    assertThat(square.published().getLast().activity().string("type")).contains("Add");
  }

  private PostRow received(Stranger author, String name) {
    alice.follows(author.actor());
    var note = author.note(name, "<p>from elsewhere</p>");
    author.creates(note);
    square.published();
    return author.post(note).orElseThrow();
  }

  private PostCounts counts(PostRow post) {
    return square.post(post.uri()).orElseThrow().state().counts();
  }
}
