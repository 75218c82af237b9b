package social.kring.community.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import social.kring.community.PageRequest;
import social.kring.platform.events.Happening;
import social.kring.protocol.json.Tree;
import social.kring.testing.CountedQueries;
import social.kring.testing.Neighbour;
import social.kring.testing.Square;

class NotificationGroupsTest {
  private final Square square = new Square();
  private final Neighbour alice = square.person("alice");
  private final Neighbour bob = square.person("bob");
  private final Neighbour carol = square.person("carol");

  @AfterEach
  void close() {
    square.close();
  }

  private NotificationGroups groups() {
    return square.notifications().groups();
  }

  private List<NotificationGroup> page(PageRequest page) {
    return page(NotificationGroups.USUAL, page);
  }

  private List<NotificationGroup> page(Set<NotificationType> grouped, PageRequest page) {
    square.drain();
    return groups().page(square.database(), alice.id(), NotificationFilter.ALL, grouped, page);
  }

  private static List<String> kinds(List<NotificationGroup> groups) {
    return groups.stream()
        .map(group -> group.newest().type().text() + " " + group.count())
        .toList();
  }

  @Test
  void likes_of_one_post_are_one_and_words_are_each_their_own() {
    var first = alice.posts("one");
    var second = alice.posts("two");
    bob.likes(first);
    bob.likes(second);
    bob.posts("@alice a");
    carol.likes(first);
    carol.posts("@alice b");

    var all = page(PageRequest.newest(20));

    assertThat(kinds(all)).containsExactly("mention 1", "favourite 2", "mention 1", "favourite 1");
    assertThat(all.get(1).people()).containsExactly(carol.id(), bob.id());
    assertThat(all.get(1).newest().post()).contains(first.id());
    assertThat(kinds(page(Set.of(), PageRequest.newest(20))))
        .containsExactly("mention 1", "favourite 1", "mention 1", "favourite 1", "favourite 1");
  }

  @Test
  void pages_are_full_and_show_no_group_twice() {
    var post = alice.posts("one");
    bob.likes(post);
    bob.posts("@alice a");
    bob.posts("@alice b");
    carol.likes(post);

    var first = page(PageRequest.newest(2));
    var second = page(PageRequest.olderThan(first.getLast().newest().id(), 2));
    var upward = page(new PageRequest(Long.MAX_VALUE, second.getFirst().newest().id(), true, 1));

    assertThat(kinds(first)).containsExactly("favourite 2", "mention 1");
    assertThat(first.getFirst().oldestOnPage()).isEqualTo(first.getFirst().newest().id());
    assertThat(kinds(second)).containsExactly("mention 1");
    assertThat(kinds(upward)).containsExactly("mention 1");
    assertThat(upward.getFirst().newest()).isEqualTo(first.get(1).newest());
  }

  @Test
  void a_group_goes_on_without_those_who_are_blocked() {
    var post = alice.posts("one");
    bob.likes(post);
    carol.likes(post);

    alice.blocks(carol.actor());

    var all = page(PageRequest.newest(20));
    assertThat(kinds(all)).containsExactly("favourite 1");
    assertThat(all.getFirst().people()).containsExactly(bob.id());
  }

  @Test
  void a_group_is_found_counted_and_dismissed_by_its_owner_alone() {
    var post = alice.posts("one");
    bob.likes(post);
    carol.likes(post);
    bob.posts("@alice a");
    var all = page(PageRequest.newest(20));
    var likes = all.get(1);

    var found = groups().find(square.database(), alice.id(), likes.key()).orElseThrow();
    assertThat(found.newest()).isEqualTo(likes.newest());
    assertThat(found.people()).isEqualTo(likes.people());
    assertThat(groups().find(square.database(), bob.id(), likes.key())).isEmpty();
    assertThat(groups().find(square.database(), alice.id(), "ungrouped-x")).isEmpty();
    assertThat(groups().find(square.database(), alice.id(), all.getFirst().key()))
        .contains(all.getFirst());
    assertThat(groups().members(square.database(), alice.id(), likes.key(), PageRequest.newest(20)))
        .extracting(NotificationRow::actor)
        .containsExactly(carol.id(), bob.id());
    assertThat(unread()).isEqualTo(2);

    groups().dismiss(bob.id(), likes.key());
    assertThat(unread()).isEqualTo(2);
    groups().dismiss(alice.id(), likes.key());
    groups().dismiss(alice.id(), all.getFirst().key());
    assertThat(page(PageRequest.newest(20))).isEmpty();
  }

  private long unread() {
    return groups()
        .unread(square.database(), alice.id(), NotificationFilter.ALL, NotificationGroups.USUAL, 0);
  }

  @Test
  void a_page_takes_two_queries_whatever_it_holds() {
    for (var i = 0; i < 5; i++) {
      var post = alice.posts("post " + i);
      bob.likes(post);
      carol.likes(post);
      bob.posts("@alice " + i);
    }
    square.drain();
    var counted = new CountedQueries(square.database());

    var all =
        groups()
            .page(
                counted,
                alice.id(),
                NotificationFilter.ALL,
                NotificationGroups.USUAL,
                PageRequest.newest(40));

    assertThat(all).hasSize(10);
    assertThat(counted.count()).isEqualTo(2);
  }

  @Test
  void the_end_of_a_poll_is_told_to_its_author_and_only_once() {
    var poll = alice.posts("what now?");
    for (var i = 0; i < 2; i++) {
      square
          .town()
          .change(
              tx ->
                  square
                      .town()
                      .foundation()
                      .events()
                      .record(
                          tx,
                          Happening.here(
                              "poll.ended",
                              poll.id(),
                              Tree.builder().put("actor", alice.id()).build())));
    }

    assertThat(alice.told()).containsExactly("poll by alice");
  }

  @Test
  void who_looks_after_the_node_is_told_who_came_for_as_long_as_she_does() {
    square
        .database()
        .execute(
            """
            INSERT INTO account
              (actor_id, email, password_hash, role, created_at, confirmed_at, approved_at)
            VALUES ($1, 'alice@mail.example', '', 'moderator', now(), now(), now())
            """,
            Tuple.of(alice.id()));
    square
        .town()
        .change(
            tx ->
                square
                    .town()
                    .foundation()
                    .events()
                    .record(
                        tx, Happening.here("account.opened", bob.id(), Tree.builder().build())));

    assertThat(alice.told()).containsExactly("admin.sign_up by bob");
    assertThat(carol.told()).isEmpty();

    square
        .database()
        .execute("UPDATE account SET role = 'member' WHERE actor_id = $1", Tuple.of(alice.id()));
    assertThat(alice.told()).isEmpty();
    assertThat(page(PageRequest.newest(20))).isEmpty();
  }
}
