package social.kring.community.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import social.kring.community.PageRequest;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.testing.Neighbour;
import social.kring.testing.Square;
import social.kring.testing.Stranger;

class NotificationsTest {
  private final Square square = new Square();
  private final Neighbour alice = square.person("alice");
  private final Neighbour carol = square.person("carol");
  private final Stranger bob = square.stranger("bob", "peer.example");

  @AfterEach
  void close() {
    square.close();
  }

  @Test
  void one_is_told_who_follows_names_likes_and_boosts() {
    var post = alice.posts("well?");
    square.follow(bob.actor(), alice.actor());
    bob.creates(bob.reply("1", post, alice.actor()));
    carol.likes(post);
    bob.sends("Announce", post.uri());

    assertThat(alice.told())
        .containsExactly("reblog by bob", "favourite by carol", "mention by bob", "follow by bob");
    assertThat(alice.notifications().getFirst().post()).contains(post.id());
    assertThat(carol.told()).isEmpty();
  }

  @Test
  void the_same_is_told_once_and_taken_back_with_the_deed() {
    var post = alice.posts("well?");

    carol.likes(post);
    carol.unlikes(post);
    assertThat(alice.told()).isEmpty();

    carol.likes(post);
    carol.boosts(post);
    assertThat(alice.told()).containsExactly("reblog by carol", "favourite by carol");

    carol.unboosts(post);
    assertThat(alice.told()).containsExactly("favourite by carol");
  }

  @Test
  void nobody_is_told_of_their_own_deeds() {
    var post = alice.posts("I, @alice, write");
    alice.likes(post);
    alice.boosts(post);

    assertThat(alice.told()).isEmpty();
  }

  @Test
  void a_request_becomes_a_follow_and_goes_with_it() {
    square.database().execute("UPDATE actor SET locked = true WHERE id = $1", Tuple.of(alice.id()));
    var locked = new Neighbour(square, square.town().again(alice.actor()));
    carol.follows(locked.actor());
    assertThat(alice.told()).containsExactly("follow_request by carol");

    square
        .town()
        .change(tx -> square.relationships().follows().accept(tx, locked.actor(), carol.actor()));
    assertThat(alice.told()).containsExactly("follow by carol");

    carol.unfollows(alice.actor());
    assertThat(alice.told()).isEmpty();
  }

  @Test
  void those_blocked_and_muted_tell_nothing_before_or_after() {
    var post = alice.posts("well?");
    carol.likes(post);
    bob.sends("Like", post.uri());
    assertThat(alice.told()).hasSize(2);

    alice.blocks(bob.actor());
    alice.mutes(carol.actor());
    assertThat(alice.told()).isEmpty();

    carol.boosts(post);
    assertThat(alice.told()).isEmpty();
  }

  @Test
  void what_is_deleted_is_no_longer_told() {
    var post = carol.posts("hi @alice");
    assertThat(alice.told()).containsExactly("mention by carol");

    carol.deletes(post);

    assertThat(alice.told()).isEmpty();
  }

  @Test
  void a_direct_post_tells_whom_it_names() {
    carol.posts("@alice a word", Visibility.DIRECT);

    assertThat(alice.told()).containsExactly("mention by carol");
  }

  @Test
  void an_edit_is_told_to_those_who_boosted() {
    var post = alice.posts("first");
    carol.boosts(post);

    alice.edits(post, "second");

    assertThat(carol.told()).containsExactly("update by alice");
  }

  @Test
  void who_asked_for_it_is_told_of_each_post_but_not_of_answers_to_others() {
    alice.follows(carol.actor());
    square
        .database()
        .execute("UPDATE follow SET notifies = true WHERE follower_id = $1", Tuple.of(alice.id()));

    carol.posts("news");
    carol.replies(square.person("dora").posts("hm"), "an answer");

    assertThat(alice.told()).containsExactly("status by carol");
  }

  @Test
  void posts_that_were_looked_up_are_news_to_nobody() {
    alice.follows(bob.actor());
    var note = bob.note("1", "<p>@alice</p>").with("tag", Stranger.mention(alice.actor()));
    square.outside().serves(note);

    square.posts().found().find(note.id("id").orElseThrow());

    assertThat(alice.told()).isEmpty();
  }

  @Test
  void the_list_is_filtered_and_paged() {
    var post = alice.posts("well?");
    carol.likes(post);
    carol.boosts(post);
    bob.sends("Like", post.uri());
    var all = alice.notifications();

    assertThat(page(Set.of(NotificationType.FAVOURITE), Set.of(), Optional.empty())).isEqualTo(2);
    assertThat(page(Set.of(), Set.of(NotificationType.FAVOURITE), Optional.empty())).isEqualTo(1);
    assertThat(page(Set.of(), Set.of(), Optional.of(bob.id()))).isEqualTo(1);
    assertThat(
            square
                .notifications()
                .page(
                    square.database(),
                    alice.id(),
                    NotificationFilter.ALL,
                    PageRequest.olderThan(all.getFirst().id(), 1)))
        .containsExactly(all.get(1));
  }

  @Test
  void notifications_are_counted_found_dismissed_and_cleared_by_their_owner_alone() {
    var post = alice.posts("well?");
    carol.likes(post);
    carol.boosts(post);
    var all = alice.notifications();
    var newest = all.getFirst().id();

    assertThat(unread(0)).isEqualTo(2);
    assertThat(unread(all.getLast().id())).isEqualTo(1);
    assertThat(square.notifications().find(square.database(), alice.id(), newest))
        .contains(all.getFirst());
    assertThat(square.notifications().find(square.database(), carol.id(), newest)).isEmpty();
    assertThat(square.notifications().dismiss(carol.id(), newest)).isFalse();
    assertThat(square.notifications().dismiss(alice.id(), newest)).isTrue();
    assertThat(alice.notifications()).hasSize(1);

    square.notifications().clear(alice.id());
    assertThat(alice.notifications()).isEmpty();
  }

  private long unread(long lastRead) {
    return square
        .notifications()
        .unread(square.database(), alice.id(), NotificationFilter.ALL, lastRead, 100);
  }

  private int page(Set<NotificationType> types, Set<NotificationType> excluded, Optional<Long> by) {
    return square
        .notifications()
        .page(
            square.database(),
            alice.id(),
            NotificationFilter.of(types, excluded, by),
            PageRequest.newest(20))
        .size();
  }
}
