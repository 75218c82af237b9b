package social.kring.community.relationships;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.protocol.json.Tree;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovesTest {
  private Ties ties;
  private ActorRow alice;
  private ActorRow old;
  private ActorRow fresh;
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
    old = ties.town.stranger("old" + made, "far.example");
    fresh = ties.town.stranger("fresh" + made++, "near.example");
    ties.town.happened();
  }

  @Test
  void followers_here_go_along_with_an_actor_whose_new_self_knows_the_old_one() {
    followed(old);
    knows(fresh, old);

    moves(old, old, fresh);
    ties.runNextJob();

    assertThat(ties.between(alice, fresh).following().requested()).isTrue();
    assertThat(ties.between(alice, old).following()).isEqualTo(Relationship.Following.NONE);
    assertThat(ties.town.again(old).standing().movedTo()).contains(fresh.uri());
    assertThat(ties.town.kinds())
        .containsSubsequence("actor.moved", "follow.requested", "follow.ended");
  }

  @Test
  void a_move_to_an_actor_that_does_not_know_the_old_one_changes_nothing() {
    followed(old);
    knows(fresh, alice);

    var outcome = moves(old, old, fresh);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(ties.between(alice, old).following().accepted()).isTrue();
    assertThat(ties.town.again(old).standing().movedTo()).isEmpty();
  }

  @Test
  void an_alias_that_was_stored_before_does_not_count_when_the_document_cannot_be_had_now() {
    followed(old);
    ties.town.change(
        tx ->
            ties.town
                .foundation()
                .actors()
                .updateAliases(tx, fresh.id(), List.of(old.uri().text())));

    assertThat(moves(old, old, fresh)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void nobody_moves_another() {
    var mallory = ties.town.stranger("m" + made, "far.example");
    followed(old);
    knows(fresh, old);

    assertThat(moves(mallory, old, fresh)).isInstanceOf(Outcome.Refused.class);
    assertThat(ties.town.again(old).standing().movedTo()).isEmpty();
  }

  @Test
  void a_second_move_within_a_week_is_refused_and_a_later_one_is_not() {
    var third = ties.town.stranger("third" + made, "near.example");
    knows(fresh, old);
    knows(third, old);
    moves(old, old, fresh);
    ties.runNextJob();

    assertThat(moves(old, old, third)).isInstanceOf(Outcome.Refused.class);
    assertThat(moves(old, old, fresh)).isEqualTo(Outcome.done());

    ties.town.clock().advance(Duration.ofDays(8));
    assertThat(moves(old, old, third)).isEqualTo(Outcome.done());
    ties.runNextJob();
    assertThat(ties.town.again(old).standing().movedTo()).contains(third.uri());
  }

  @Test
  void a_follower_who_blocks_the_new_self_stays_where_she_is() {
    followed(old);
    ties.town.change(tx -> ties.relationships.blocks().block(tx, alice, fresh));
    knows(fresh, old);

    moves(old, old, fresh);
    ties.runNextJob();

    assertThat(ties.between(alice, old).following().accepted()).isTrue();
    assertThat(ties.between(alice, fresh).following()).isEqualTo(Relationship.Following.NONE);
  }

  @Test
  void whoever_is_deleted_is_followed_and_blocked_by_nobody() {
    followed(old);
    ties.town.change(tx -> ties.relationships.blocks().block(tx, alice, fresh));

    forget(old);
    forget(fresh);

    assertThat(ties.counts(alice)).isEqualTo(FollowCounts.NONE);
    assertThat(ties.between(alice, old).following()).isEqualTo(Relationship.Following.NONE);
    assertThat(ties.between(alice, fresh).blocking().blocks()).isFalse();
  }

  private void forget(ActorRow actor) {
    var consumer = ties.relationships.capability().consumers().getFirst();
    var happening =
        social.kring.platform.events.Happening.here(
            "actor.deleted", actor.id(), Tree.builder().build());
    var event =
        new social.kring.platform.events.Event(1, 1, ties.town.clock().instant(), happening);
    ties.town.change(tx -> consumer.consume(List.of(event), tx));
    ties.runNextJob();
  }

  private void followed(ActorRow other) {
    ties.follow(alice, other);
    var follow = ties.town.happened().getLast().publication().orElseThrow().activity();
    ties.receives(
        other,
        ObjectKind.FOLLOW,
        "{'id':'%s/accept','type':'Accept','actor':'%s','object':%s}"
            .formatted(other.uri(), other.uri(), follow.without("@context")));
    ties.town.happened();
  }

  private void knows(ActorRow actor, ActorRow alias) {
    ties.serves(
        actor.uri(),
        Tree.builder()
            .put("id", actor.uri())
            .put("type", "Person")
            .put("preferredUsername", actor.handle().name())
            .put("inbox", actor.addresses().inbox())
            .put("alsoKnownAs", List.of(alias.uri()))
            .build());
  }

  private Outcome moves(ActorRow sender, ActorRow from, ActorRow to) {
    return ties.receives(
        sender,
        ObjectKind.ACTOR,
        "{'id':'%s/move','type':'Move','actor':'%s','object':'%s','target':'%s'}"
            .formatted(sender.uri(), sender.uri(), from.uri(), to.uri()));
  }
}
