package social.kring.community.relationships;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.ActorStanding.Choices;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.platform.events.Happening;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboundFollowsTest {
  private Ties ties;
  private ActorRow alice;
  private ActorRow dan;
  private int made;

  @BeforeAll
  void open() {
    ties = new Ties();
  }

  @AfterAll
  void close() {
    ties.close();
  }

  @BeforeEach
  void meet() {
    alice = ties.town.person("a" + made);
    dan = ties.town.stranger("d" + made++, "far.example");
    ties.town.happened();
  }

  @Test
  void a_follow_of_an_open_person_is_accepted_with_the_very_follow_in_it() {
    follows(dan, alice, "/f/1");

    assertThat(ties.between(dan, alice).following().accepted()).isTrue();
    var accept = ties.town.happened().getLast().publication().orElseThrow().activity();
    assertThat(accept.string("type")).contains("Accept");
    assertThat(accept.tree("object").orElseThrow().string("id")).contains(dan.uri() + "/f/1");
    assertThat(accept.tree("object").orElseThrow().id("actor")).contains(dan.uri());
  }

  @Test
  void the_same_follow_twice_counts_once_and_is_answered_again() {
    follows(dan, alice, "/f/1");
    follows(dan, alice, "/f/1");

    assertThat(ties.counts(alice).followers()).isEqualTo(1);
    assertThat(ties.town.kinds()).containsExactly("follow.made", "follow.confirmed");
  }

  @Test
  void a_follow_of_a_locked_person_waits_and_is_answered_when_she_decides() {
    lock(alice);
    follows(dan, alice, "/f/1");
    assertThat(ties.counts(alice)).isEqualTo(FollowCounts.NONE);
    assertThat(ties.town.happened()).allMatch(each -> each.publication().isEmpty());

    ties.town.change(tx -> ties.relationships.follows().accept(tx, alice, dan));

    var accept = ties.town.happened().getLast().publication().orElseThrow().activity();
    assertThat(accept.tree("object").orElseThrow().string("id")).contains(dan.uri() + "/f/1");
    assertThat(ties.counts(alice).followers()).isEqualTo(1);
  }

  @Test
  void a_follow_by_someone_blocked_is_rejected_and_changes_nothing() {
    ties.town.change(tx -> ties.relationships.blocks().block(tx, alice, dan));
    ties.town.happened();

    follows(dan, alice, "/f/1");

    var reject = ties.town.happened().getLast();
    assertThat(reject.kind()).isEqualTo("follow.refused");
    assertThat(reject.publication().orElseThrow().activity().string("type")).contains("Reject");
    assertThat(ties.counts(alice)).isEqualTo(FollowCounts.NONE);
  }

  @Test
  void an_undo_ends_the_follow_whatever_id_it_gives_it() {
    follows(dan, alice, "/f/1");

    undoes(dan, dan, alice, "/f/another");

    assertThat(ties.between(dan, alice).following()).isEqualTo(Relationship.Following.NONE);
    assertThat(ties.counts(alice)).isEqualTo(FollowCounts.NONE);
  }

  @Test
  void an_undo_by_its_bare_id_ends_the_follow() {
    follows(dan, alice, "/f/1");

    ties.receives(
        dan,
        ObjectKind.FOLLOW,
        "{'id':'%s/u/1','type':'Undo','actor':'%s','object':'%s/f/1'}"
            .formatted(dan.uri(), dan.uri(), dan.uri()));

    assertThat(ties.counts(alice)).isEqualTo(FollowCounts.NONE);
  }

  @Test
  void nobody_undoes_the_follow_of_another() {
    var mallory = ties.town.stranger("m" + made, "far.example");
    follows(dan, alice, "/f/1");

    var outcome = undoes(mallory, dan, alice, "/f/1");
    ties.receives(
        mallory,
        ObjectKind.FOLLOW,
        "{'id':'%s/u/1','type':'Undo','actor':'%s','object':'%s/f/1'}"
            .formatted(mallory.uri(), mallory.uri(), dan.uri()));

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(ties.between(dan, alice).following().accepted()).isTrue();
    assertThat(ties.counts(alice).followers()).isEqualTo(1);
  }

  @Test
  void an_undo_that_arrives_before_its_follow_wins() {
    undoes(dan, dan, alice, "/f/1");

    follows(dan, alice, "/f/1");

    assertThat(ties.counts(alice)).isEqualTo(FollowCounts.NONE);
    assertThat(ties.town.happened()).isEmpty();
  }

  @Test
  void a_follow_id_that_is_used_again_after_its_undo_counts_again() {
    follows(dan, alice, "/f/1");
    undoes(dan, dan, alice, "/f/1");
    undoes(dan, dan, alice, "/f/1");

    follows(dan, alice, "/f/1");

    assertThat(ties.counts(alice).followers()).isEqualTo(1);
  }

  @Test
  void an_undo_that_waits_for_its_follow_is_forgotten_after_a_day() {
    undoes(dan, dan, alice, "/f/1");
    ties.town.clock().advance(Duration.ofHours(25));

    follows(dan, alice, "/f/1");

    assertThat(ties.counts(alice).followers()).isEqualTo(1);
  }

  @Test
  void an_accept_by_the_followed_of_that_follow_makes_it_count() {
    var follow = asks(alice, dan);

    answers(dan, "Accept", follow);

    assertThat(ties.between(alice, dan).following().accepted()).isTrue();
    assertThat(ties.counts(alice).following()).isEqualTo(1);
    var made = ties.town.happened().getLast();
    assertThat(made.kind()).isEqualTo("follow.made");
    assertThat(made.details().flag("first")).contains(true);
  }

  @Test
  void an_accept_by_anyone_else_does_not_make_it_count() {
    var mallory = ties.town.stranger("m" + made, "far.example");
    var follow = asks(alice, dan);

    var outcome = answers(mallory, "Accept", follow);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(ties.between(alice, dan).following().accepted()).isFalse();
  }

  @Test
  void an_accept_of_another_follow_does_not_make_it_count() {
    asks(alice, dan);

    var outcome = answers(dan, "Accept", alice.uri() + "/made-up");

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(ties.between(alice, dan).following().accepted()).isFalse();
  }

  @Test
  void an_accept_after_the_follow_was_taken_back_changes_nothing() {
    var follow = asks(alice, dan);
    ties.town.change(tx -> ties.relationships.follows().unfollow(tx, alice, dan));

    answers(dan, "Accept", follow);

    assertThat(ties.between(alice, dan).following()).isEqualTo(Relationship.Following.NONE);
  }

  @Test
  void an_accept_that_comes_twice_counts_once() {
    var follow = asks(alice, dan);
    answers(dan, "Accept", follow);
    answers(dan, "Accept", follow);

    assertThat(ties.counts(alice).following()).isEqualTo(1);
  }

  @Test
  void a_reject_after_an_accept_removes_the_follower() {
    var follow = asks(alice, dan);
    answers(dan, "Accept", follow);

    answers(dan, "Reject", follow);

    assertThat(ties.between(alice, dan).following()).isEqualTo(Relationship.Following.NONE);
    assertThat(ties.counts(alice)).isEqualTo(FollowCounts.NONE);
  }

  @Test
  void a_reject_by_anyone_else_changes_nothing() {
    var mallory = ties.town.stranger("m" + made, "far.example");
    var follow = asks(alice, dan);
    answers(dan, "Accept", follow);

    answers(mallory, "Reject", follow);

    assertThat(ties.between(alice, dan).following().accepted()).isTrue();
  }

  private Outcome follows(ActorRow follower, ActorRow followed, String id) {
    return ties.receives(
        follower,
        ObjectKind.ACTOR,
        "{'id':'%s%s','type':'Follow','actor':'%s','object':'%s'}"
            .formatted(follower.uri(), id, follower.uri(), followed.uri()));
  }

  private Outcome undoes(ActorRow sender, ActorRow follower, ActorRow followed, String id) {
    return ties.receives(
        sender,
        ObjectKind.FOLLOW,
        """
        {'id':'%s/undo%s','type':'Undo','actor':'%s',
         'object':{'id':'%s%s','type':'Follow','actor':'%s','object':'%s'}}
        """
            .formatted(
                sender.uri(),
                id,
                sender.uri(),
                follower.uri(),
                id,
                follower.uri(),
                followed.uri()));
  }

  /** Somebody here asks to follow; the answer is the Follow's id. */
  private String asks(ActorRow follower, ActorRow followed) {
    ties.follow(follower, followed);
    return ties.town.happened().stream()
        .map(Happening::publication)
        .flatMap(publication -> publication.stream())
        .flatMap(publication -> publication.activity().string("id").stream())
        .findFirst()
        .orElseThrow();
  }

  private Outcome answers(ActorRow sender, String type, String follow) {
    return ties.receives(
        sender,
        ObjectKind.FOLLOW,
        """
        {'id':'%s/answer/%s','type':'%s','actor':'%s',
         'object':{'id':'%s','type':'Follow','actor':'%s','object':'%s'}}
        """
            .formatted(sender.uri(), type, type, sender.uri(), follow, alice.uri(), sender.uri()));
  }

  private void lock(ActorRow person) {
    var people = ties.town.people();
    var open = people.profile(ties.town.database(), person.id());
    var locked = open.withChoices(new Choices(true, true, true, false));
    ties.town.change(tx -> people.update(tx, person.id(), locked));
    ties.town.happened();
  }
}
