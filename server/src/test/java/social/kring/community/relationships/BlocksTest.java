package social.kring.community.relationships;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.community.PageRequest;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.receiving.ObjectKind;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlocksTest {
  private Ties ties;
  private ActorRow alice;
  private ActorRow bob;
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
    bob = ties.town.person("b" + made);
    dan = ties.town.stranger("d" + made++, "far.example");
    ties.town.happened();
  }

  @Test
  void a_block_ends_follows_both_ways_and_hides_both_from_each_other() {
    ties.follow(alice, bob);
    ties.follow(bob, alice);

    ties.town.change(tx -> ties.relationships.blocks().block(tx, alice, bob));

    assertThat(ties.counts(alice)).isEqualTo(FollowCounts.NONE);
    assertThat(ties.counts(bob)).isEqualTo(FollowCounts.NONE);
    assertThat(ties.between(alice, bob).blocking())
        .isEqualTo(new Relationship.Blocking(true, false));
    assertThat(ties.between(bob, alice).blocking())
        .isEqualTo(new Relationship.Blocking(false, true));
    assertThat(hiddenFrom(alice)).containsExactly(bob.id());
    assertThat(hiddenFrom(bob)).containsExactly(alice.id());
  }

  @Test
  void blocking_somebody_elsewhere_tells_their_node_in_the_right_order() {
    ties.follow(alice, dan);
    ties.town.happened();

    ties.town.change(tx -> ties.relationships.blocks().block(tx, alice, dan));

    assertThat(ties.town.happened())
        .extracting(each -> each.publication().orElseThrow().activity().string("type").orElse(""))
        .containsExactly("Undo", "Block");
  }

  @Test
  void an_unblock_undoes_the_very_block() {
    ties.town.change(tx -> ties.relationships.blocks().block(tx, alice, dan));
    var block = ties.town.happened().getLast().publication().orElseThrow().activity();

    ties.town.change(tx -> ties.relationships.blocks().unblock(tx, alice, dan));

    var undo = ties.town.happened().getLast().publication().orElseThrow().activity();
    assertThat(undo.tree("object")).contains(block.without("@context"));
    assertThat(hiddenFrom(alice)).isEmpty();
  }

  @Test
  void a_block_that_comes_in_hides_and_ends_follows_without_an_answer() {
    ties.follow(alice, dan);
    ties.town.happened();

    blocks(dan, alice);
    blocks(dan, alice);

    assertThat(hiddenFrom(alice)).containsExactly(dan.id());
    assertThat(ties.between(alice, dan).following()).isEqualTo(Relationship.Following.NONE);
    var happened = ties.town.happened();
    assertThat(happened)
        .extracting(each -> each.kind())
        .containsExactly("follow.ended", "block.made");
    assertThat(happened).allMatch(each -> each.publication().isEmpty());
  }

  @Test
  void only_whoever_blocked_can_undo_the_block() {
    var mallory = ties.town.stranger("m" + made, "far.example");
    blocks(dan, alice);

    unblocks(mallory, dan, alice);
    assertThat(hiddenFrom(alice)).containsExactly(dan.id());

    unblocks(dan, dan, alice);
    assertThat(hiddenFrom(alice)).isEmpty();
  }

  @Test
  void whom_somebody_blocks_is_listed_newest_first() {
    ties.town.change(tx -> ties.relationships.blocks().block(tx, alice, bob));
    ties.town.change(tx -> ties.relationships.blocks().block(tx, alice, dan));

    assertThat(
            ties.relationships
                .blocks()
                .blockedBy(ties.town.database(), alice.id(), PageRequest.newest(10)))
        .extracting(Edge::actor)
        .containsExactly(dan.id(), bob.id());
  }

  @Test
  void a_mute_ends_by_itself_when_its_time_is_over() {
    var mutes = ties.relationships.mutes();
    ties.town.change(
        tx -> mutes.mute(tx, alice.id(), bob.id(), true, Optional.of(Duration.ofHours(1))));
    assertThat(ties.between(alice, bob).muting()).isPresent();
    assertThat(ties.between(bob, alice).muting()).isEmpty();

    ties.town.clock().advance(Duration.ofHours(2));

    assertThat(ties.between(alice, bob).muting()).isEmpty();
    assertThat(mutes.mutedBy(ties.town.database(), alice.id(), PageRequest.newest(10))).isEmpty();
  }

  @Test
  void muting_again_changes_what_is_muted() {
    var mutes = ties.relationships.mutes();
    ties.town.change(tx -> mutes.mute(tx, alice.id(), bob.id(), true, Optional.empty()));
    ties.town.change(tx -> mutes.mute(tx, alice.id(), bob.id(), false, Optional.empty()));

    assertThat(ties.between(alice, bob).muting())
        .contains(new Relationship.Muting(false, Optional.empty()));

    ties.town.change(tx -> mutes.unmute(tx, alice.id(), bob.id()));
    assertThat(ties.between(alice, bob).muting()).isEmpty();
  }

  @Test
  void a_note_and_a_muted_host_are_seen_by_their_owner_alone() {
    ties.town.change(tx -> ties.relationships.notes().write(tx, alice.id(), dan.id(), "from work"));
    ties.town.change(tx -> ties.relationships.domainMutes().mute(tx, alice.id(), "FAR.example"));

    assertThat(ties.between(alice, dan).note()).isEqualTo("from work");
    assertThat(ties.between(alice, dan).hostMuted()).isTrue();
    assertThat(ties.between(bob, dan).note()).isEmpty();
    assertThat(ties.between(bob, dan).hostMuted()).isFalse();
  }

  private List<Long> hiddenFrom(ActorRow viewer) {
    return ties.town
        .database()
        .list(
            "SELECT hidden_id FROM hidden_from WHERE viewer_id = $1",
            Tuple.of(viewer.id()),
            row -> row.getLong("hidden_id"));
  }

  private void blocks(ActorRow blocker, ActorRow blocked) {
    ties.receives(
        blocker,
        ObjectKind.ACTOR,
        "{'id':'%s/block','type':'Block','actor':'%s','object':'%s'}"
            .formatted(blocker.uri(), blocker.uri(), blocked.uri()));
  }

  private void unblocks(ActorRow sender, ActorRow blocker, ActorRow blocked) {
    ties.receives(
        sender,
        ObjectKind.BLOCK,
        """
        {'id':'%s/unblock','type':'Undo','actor':'%s',
         'object':{'id':'%s/block','type':'Block','actor':'%s','object':'%s'}}
        """
            .formatted(sender.uri(), sender.uri(), blocker.uri(), blocker.uri(), blocked.uri()));
  }
}
