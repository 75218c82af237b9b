package social.kring.community.relationships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.ActorStanding.Choices;
import social.kring.protocol.Problem;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowsTest {
  private Ties ties;
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
  void forget() {
    ties.town.happened();
  }

  @Test
  void following_an_open_person_on_the_same_node_counts_at_once_and_sends_nothing() {
    var alice = person();
    var bob = person();

    ties.follow(alice, bob);

    assertThat(ties.between(alice, bob).following().accepted()).isTrue();
    assertThat(ties.between(bob, alice).followed().accepted()).isTrue();
    assertThat(ties.counts(bob)).isEqualTo(new FollowCounts(1, 0));
    assertThat(ties.counts(alice)).isEqualTo(new FollowCounts(0, 1));
    var happened = ties.town.happened();
    assertThat(happened.getLast().kind()).isEqualTo("follow.made");
    assertThat(happened).allMatch(each -> each.publication().isEmpty());
  }

  @Test
  void following_a_locked_person_waits_for_her_answer() {
    var alice = person();
    var bob = locked();

    ties.follow(alice, bob);

    assertThat(ties.between(alice, bob).following().requested()).isTrue();
    assertThat(ties.between(bob, alice).followed().requested()).isTrue();
    assertThat(ties.counts(bob)).isEqualTo(FollowCounts.NONE);
    assertThat(ties.relationships.reader().requests(ties.town.database(), bob.id(), newest()))
        .extracting(Edge::actor)
        .containsExactly(alice.id());
  }

  @Test
  void an_accepted_request_counts_and_is_no_request_any_longer() {
    var alice = person();
    var bob = locked();
    ties.follow(alice, bob);

    ties.town.change(tx -> ties.relationships.follows().accept(tx, bob, alice));

    assertThat(ties.between(alice, bob).following().accepted()).isTrue();
    assertThat(ties.counts(bob).followers()).isEqualTo(1);
    assertThat(ties.relationships.reader().requests(ties.town.database(), bob.id(), newest()))
        .isEmpty();
  }

  @Test
  void a_rejected_request_is_gone() {
    var alice = person();
    var bob = locked();
    ties.follow(alice, bob);

    ties.town.change(tx -> ties.relationships.follows().reject(tx, bob, alice));

    assertThat(ties.between(alice, bob).following()).isEqualTo(Relationship.Following.NONE);
    assertThat(ties.town.kinds()).endsWith("follow.ended");
  }

  @Test
  void a_follow_that_is_accepted_is_no_request_to_reject() {
    var alice = person();
    var bob = person();
    ties.follow(alice, bob);

    assertThatThrownBy(
            () -> ties.town.change(tx -> ties.relationships.follows().reject(tx, bob, alice)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    assertThat(ties.between(alice, bob).following().accepted()).isTrue();
  }

  @Test
  void following_somebody_elsewhere_sends_a_follow_to_them_alone() {
    var alice = person();
    var dan = stranger();

    ties.follow(alice, dan);

    assertThat(ties.between(alice, dan).following().requested()).isTrue();
    var publication = ties.town.happened().getLast().publication().orElseThrow();
    assertThat(publication.sender()).isEqualTo(alice.id());
    assertThat(publication.activity().string("type")).contains("Follow");
    assertThat(publication.activity().id("object")).contains(dan.uri());
    assertThat(publication.recipients())
        .extracting(recipients -> recipients.audience() + " " + recipients.of())
        .containsExactly("actor " + dan.id());
  }

  @Test
  void an_undo_embeds_the_very_follow_that_it_undoes() {
    var alice = person();
    var dan = stranger();
    ties.follow(alice, dan);
    var follow = ties.town.happened().getLast().publication().orElseThrow().activity();

    ties.town.change(tx -> ties.relationships.follows().unfollow(tx, alice, dan));

    var undo = ties.town.happened().getLast().publication().orElseThrow().activity();
    assertThat(undo.string("type")).contains("Undo");
    assertThat(undo.tree("object")).contains(follow.without("@context"));
    assertThat(ties.between(alice, dan).following()).isEqualTo(Relationship.Following.NONE);
  }

  @Test
  void following_again_changes_preferences_only() {
    var alice = person();
    var bob = person();
    ties.follow(alice, bob);
    ties.town.happened();

    var wanted = new FollowPreferences(false, true, List.of("de"));
    ties.town.change(tx -> ties.relationships.follows().follow(tx, alice, bob, wanted));

    assertThat(ties.between(alice, bob).following().preferences()).isEqualTo(wanted);
    assertThat(ties.counts(bob).followers()).isEqualTo(1);
    assertThat(ties.town.happened()).isEmpty();
  }

  @Test
  void nobody_follows_themselves() {
    var alice = person();

    assertThatThrownBy(() -> ties.follow(alice, alice))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID));
  }

  @Test
  void whoever_blocks_cannot_be_followed() {
    var alice = person();
    var bob = person();
    ties.town.change(tx -> ties.relationships.blocks().block(tx, bob, alice));

    assertThatThrownBy(() -> ties.follow(alice, bob))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
  }

  @Test
  void a_removed_follower_no_longer_counts_and_is_told_by_a_reject() {
    var bob = person();
    var dan = stranger();
    ties.receives(
        dan,
        social.kring.federation.receiving.ObjectKind.ACTOR,
        """
        {'id':'%s/follows/1','type':'Follow','actor':'%s','object':'%s'}
        """
            .formatted(dan.uri(), dan.uri(), bob.uri()));
    ties.town.happened();

    ties.town.change(tx -> ties.relationships.follows().removeFollower(tx, bob, dan));

    var reject = ties.town.happened().getLast().publication().orElseThrow().activity();
    assertThat(reject.string("type")).contains("Reject");
    assertThat(reject.tree("object").orElseThrow().string("id")).contains(dan.uri() + "/follows/1");
    assertThat(ties.counts(bob)).isEqualTo(FollowCounts.NONE);
  }

  @Test
  void followers_come_newest_first_and_page_by_page() {
    var bob = person();
    var first = person();
    var second = person();
    var third = person();
    List.of(first, second, third).forEach(each -> ties.follow(each, bob));
    var reader = ties.relationships.reader();

    var page =
        reader.followers(
            ties.town.database(), bob.id(), social.kring.community.PageRequest.newest(2));
    var next =
        reader.followers(
            ties.town.database(),
            bob.id(),
            social.kring.community.PageRequest.olderThan(page.getLast().id(), 2));

    assertThat(page).extracting(Edge::actor).containsExactly(third.id(), second.id());
    assertThat(next).extracting(Edge::actor).containsExactly(first.id());
  }

  private static social.kring.community.PageRequest newest() {
    return social.kring.community.PageRequest.newest(40);
  }

  private ActorRow person() {
    return ties.town.person("p" + made++);
  }

  private ActorRow locked() {
    var person = person();
    var profile = ties.town.people().profile(ties.town.database(), person.id());
    ties.town.change(
        tx ->
            ties.town
                .people()
                .update(
                    tx, person.id(), profile.withChoices(new Choices(true, true, true, false))));
    ties.town.happened();
    return ties.town.again(person);
  }

  private ActorRow stranger() {
    return ties.town.stranger("s" + made++, "far.example");
  }
}
