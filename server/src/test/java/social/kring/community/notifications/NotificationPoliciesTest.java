package social.kring.community.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import social.kring.community.PageRequest;
import social.kring.platform.events.Happening;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.json.Tree;
import social.kring.testing.Neighbour;
import social.kring.testing.Square;
import social.kring.testing.Stranger;

class NotificationPoliciesTest {
  private static final NotificationPolicy USUAL = NotificationPolicy.USUAL;

  private final Square square = new Square();
  private final Neighbour alice = square.person("alice");
  private final Neighbour carol = square.person("carol");
  private final Stranger bob = square.stranger("bob", "a.peer.example");

  @AfterEach
  void close() {
    square.close();
  }

  private void chooses(
      Treatment notFollowing, Treatment notFollowers, Treatment fresh, Treatment privately) {
    square
        .notifications()
        .policies()
        .choose(
            square.database(),
            alice.id(),
            new NotificationPolicy(
                notFollowing, notFollowers, fresh, privately, USUAL.limitedAccounts()));
  }

  private List<NotificationRequest> requests() {
    square.drain();
    return square
        .notifications()
        .requests()
        .page(square.database(), alice.id(), PageRequest.newest(20));
  }

  private NotificationRequest.Summary summary() {
    return square.notifications().requests().summary(square.database(), alice.id());
  }

  @Test
  void whom_one_does_not_follow_may_be_held_back() {
    chooses(Treatment.FILTER, Treatment.ACCEPT, Treatment.ACCEPT, Treatment.ACCEPT);
    alice.follows(carol.actor());
    var post = alice.posts("well?");

    carol.likes(post);
    square.person("dora").likes(post);

    assertThat(alice.told()).containsExactly("favourite by carol");
    assertThat(requests()).extracting(NotificationRequest::count).containsExactly(1L);
    assertThat(summary()).isEqualTo(new NotificationRequest.Summary(1, 1));
  }

  @Test
  void those_who_do_not_follow_or_not_for_long_may_be_dropped() {
    chooses(Treatment.ACCEPT, Treatment.DROP, Treatment.ACCEPT, Treatment.ACCEPT);
    var dora = square.person("dora");
    dora.follows(alice.actor());
    square
        .database()
        .execute(
            "UPDATE follow SET accepted_at = accepted_at - interval '4 days' WHERE follower_id = $1",
            Tuple.of(dora.id()));
    carol.follows(alice.actor());
    var post = alice.posts("well?");

    carol.likes(post);
    dora.likes(post);

    assertThat(alice.told()).containsExactly("favourite by dora");
    assertThat(requests()).isEmpty();
  }

  @Test
  void new_accounts_may_be_held_back_unless_they_are_followed() {
    chooses(Treatment.ACCEPT, Treatment.ACCEPT, Treatment.FILTER, Treatment.ACCEPT);
    var dora = square.person("dora");
    alice.follows(dora.actor());
    square
        .database()
        .execute(
            "UPDATE actor SET published = published - interval '31 days' WHERE id = $1",
            Tuple.of(bob.id()));
    var post = alice.posts("well?");

    carol.likes(post);
    dora.likes(post);
    bob.sends("Like", post.uri());

    assertThat(alice.told()).containsExactly("favourite by bob", "favourite by dora");
    assertThat(requests()).extracting(NotificationRequest::actor).containsExactly(carol.id());
  }

  @Test
  void private_words_may_be_held_back_unless_they_answer() {
    chooses(Treatment.ACCEPT, Treatment.ACCEPT, Treatment.ACCEPT, Treatment.FILTER);
    var question = alice.posts("@bob@a.peer.example hm?", Visibility.PUBLIC);

    var word = carol.posts("@alice a word", Visibility.DIRECT);
    square.person("dora").posts("@alice aloud");

    assertThat(alice.told()).containsExactly("mention by dora");
    assertThat(requests()).extracting(r -> r.post().orElseThrow()).containsExactly(word.id());
    bob.creates(bob.reply("1", question, alice.actor()));
    assertThat(alice.told()).containsExactly("mention by bob", "mention by dora");
  }

  @Test
  void people_of_limited_hosts_are_held_back_where_nothing_was_chosen() {
    square
        .database()
        .execute(
            """
            INSERT INTO peer (host, policy, policy_at, first_seen_at)
            VALUES ('peer.example', 'limited', now(), now())
            """);
    var post = alice.posts("well?");
    var other = square.stranger("eve", "otherpeer.example");

    bob.sends("Like", post.uri());
    other.sends("Like", post.uri());

    assertThat(alice.told()).containsExactly("favourite by eve");
    assertThat(requests()).extracting(NotificationRequest::actor).containsExactly(bob.id());
  }

  @Test
  void who_is_let_through_stays_so_and_what_was_held_back_is_told() {
    chooses(Treatment.DROP, Treatment.FILTER, Treatment.ACCEPT, Treatment.ACCEPT);
    chooses(Treatment.FILTER, Treatment.ACCEPT, Treatment.ACCEPT, Treatment.ACCEPT);
    var post = alice.posts("well?");
    carol.likes(post);
    carol.boosts(post);
    var request = requests().getFirst();
    assertThat(request.count()).isEqualTo(2);

    square.notifications().requests().accept(carol.id(), List.of(request.id()));
    assertThat(alice.told()).isEmpty();

    square.notifications().requests().accept(alice.id(), List.of(request.id()));
    assertThat(alice.told()).containsExactly("reblog by carol", "favourite by carol");
    assertThat(requests()).isEmpty();

    carol.posts("@alice hello");
    assertThat(alice.told()).hasSize(3);
  }

  @Test
  void what_is_sent_off_is_gone_and_what_comes_next_waits_again() {
    chooses(Treatment.FILTER, Treatment.ACCEPT, Treatment.ACCEPT, Treatment.ACCEPT);
    var post = alice.posts("well?");
    carol.likes(post);

    square
        .notifications()
        .requests()
        .dismiss(alice.id(), requests().stream().map(NotificationRequest::id).toList());
    assertThat(requests()).isEmpty();
    assertThat(summary()).isEqualTo(new NotificationRequest.Summary(0, 0));

    carol.boosts(post);
    assertThat(requests()).extracting(NotificationRequest::count).containsExactly(1L);
    assertThat(alice.told()).isEmpty();
  }

  @Test
  void nobody_sees_requests_of_those_whom_she_blocked() {
    chooses(Treatment.FILTER, Treatment.ACCEPT, Treatment.ACCEPT, Treatment.ACCEPT);
    carol.likes(alice.posts("well?"));
    assertThat(requests()).hasSize(1);

    alice.blocks(carol.actor());

    assertThat(requests()).isEmpty();
    assertThat(summary()).isEqualTo(new NotificationRequest.Summary(0, 0));
  }

  @Test
  void a_request_stays_while_something_is_held_back() {
    chooses(Treatment.FILTER, Treatment.ACCEPT, Treatment.ACCEPT, Treatment.ACCEPT);
    carol.likes(alice.posts("well?"));
    assertThat(requests()).hasSize(1);

    var table = new RequestTable();
    table.deleteEmpty(square.database(), alice.id(), carol.id());
    assertThat(requests()).hasSize(1);

    table.release(square.database(), alice.id(), carol.id(), 10);
    table.deleteEmpty(square.database(), alice.id(), carol.id());
    assertThat(requests()).isEmpty();
  }

  @Test
  void whoever_is_no_more_leaves_no_requests_and_nothing_that_she_chose() {
    chooses(Treatment.FILTER, Treatment.ACCEPT, Treatment.ACCEPT, Treatment.ACCEPT);
    var post = alice.posts("well?");
    carol.likes(post);
    square.notifications().requests().accept(alice.id(), List.of(requests().getFirst().id()));
    square.person("dora").likes(post);
    bob.sends("Like", post.uri());
    assertThat(requests()).hasSize(2);

    happens("actor.purged", bob.id());
    assertThat(requests()).hasSize(1);

    happens("actor.deleted", alice.id());
    square.drain();
    for (var table : List.of("policy", "permission", "request")) {
      assertThat(square.database().exists("SELECT FROM notification_" + table, Tuple.tuple()))
          .as(table)
          .isFalse();
    }
  }

  private void happens(String kind, long actor) {
    square
        .database()
        .transaction(
            tx -> {
              square
                  .town()
                  .foundation()
                  .events()
                  .record(tx, Happening.here(kind, actor, Tree.builder().build()));
              return null;
            });
  }
}
