package social.kring.community.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.kring.federation.receiving.Outcome;
import social.kring.platform.events.Happening;
import social.kring.platform.events.Publication;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.json.Tree;
import social.kring.testing.Neighbour;
import social.kring.testing.Square;
import social.kring.testing.Stranger;

/** Polls here that people elsewhere vote in, and the other way round. */
class PollsAbroadTest {
  private static final Draft QUESTION =
      Draft.of("what shall we drink?", Visibility.PUBLIC)
          .with(
              new Extras(
                  Optional.of(
                      new PollDraft(
                          List.of("tea", "coffee"), Duration.ofMinutes(10), false, false))));

  private final Square square = new Square();
  private final Neighbour alice = square.person("alice");
  private final Stranger bob = square.stranger("bob", "peer.example");

  @BeforeEach
  void follow() {
    alice.follows(bob.actor());
  }

  @AfterEach
  void close() {
    square.close();
  }

  private Tree vote(PostRow poll, String name, String choice) {
    return Tree.builder()
        .put("id", bob.address("/votes/" + name))
        .put("type", "Note")
        .put("name", choice)
        .put("attributedTo", bob.actor().uri())
        .put("inReplyTo", poll.uri())
        .put("to", List.of(alice.actor().uri()))
        .build();
  }

  private static List<Long> tallies(PostRow post) {
    return post.body().poll().orElseThrow().options().stream().map(PostPoll.Option::votes).toList();
  }

  private Tree question(String name, long tea, long coffee) {
    return bob.note(name, "<p>what shall we drink?</p>")
        .with("type", "Question")
        .with("endTime", square.town().clock().instant().plus(Duration.ofHours(1)))
        .with("votersCount", tea + coffee)
        .with("oneOf", List.of(option("tea", tea), option("coffee", coffee)));
  }

  private static Map<String, Object> option(String name, long votes) {
    return Map.of(
        "type", "Note", "name", name, "replies", Map.of("type", "Collection", "totalItems", votes));
  }

  private Neighbour votes(PostRow post, int choice) {
    square.posts().polls().vote(alice.actor(), post.id(), List.of(choice));
    return alice;
  }

  @Test
  void a_question_goes_out_with_its_choices() {
    alice.posts(QUESTION);

    var note = square.published().getLast().activity().tree("object").orElseThrow();
    assertThat(note.string("type")).contains("Question");
    assertThat(note.objects("oneOf"))
        .extracting(each -> each.string("name").orElseThrow())
        .containsExactly("tea", "coffee");
    assertThat(note.instant("endTime")).isPresent();
    assertThat(note.instant("closed")).isEmpty();
    assertThat(note.number("votersCount")).contains(0L);
  }

  @Test
  void a_vote_from_elsewhere_counts_once_and_is_shown_to_nobody() {
    var poll = alice.posts(QUESTION);

    bob.creates(vote(poll, "1", "coffee"));
    bob.creates(vote(poll, "1", "coffee"));
    bob.creates(vote(poll, "2", "tea"));

    var after = alice.sees(poll).orElseThrow();
    assertThat(tallies(after)).containsExactly(0L, 1L);
    assertThat(after.body().poll().orElseThrow().votersCount()).contains(1L);
    assertThat(after.state().counts().replies()).isZero();
    assertThat(square.post(bob.address("/votes/1"))).isEmpty();
    assertThat(square.happened()).extracting(Happening::kind).contains("post.voted");
  }

  @Test
  void peers_are_told_how_it_stands_by_one_message_and_how_it_came_out() {
    var poll = alice.posts(QUESTION);
    square.published();
    bob.creates(vote(poll, "1", "coffee"));

    var tallies = updates();
    assertThat(tallies).hasSize(1);
    assertThat(
            tallies
                .getFirst()
                .objects("oneOf")
                .getLast()
                .tree("replies")
                .orElseThrow()
                .number("totalItems"))
        .contains(1L);
    assertThat(tallies.getFirst().instant("updated")).isEmpty();

    var second = alice.posts(QUESTION);
    square.town().clock().advance(Duration.ofMinutes(11));
    assertThat(updates()).extracting(each -> each.instant("closed").isPresent()).contains(true);
    assertThat(bob.creates(vote(second, "3", "tea"))).isInstanceOf(Outcome.Refused.class);
    assertThat(tallies(alice.sees(second).orElseThrow())).containsExactly(0L, 0L);
  }

  private List<Tree> updates() {
    return square.published().stream()
        .map(Publication::activity)
        .filter(activity -> activity.string("type").filter("Update"::equals).isPresent())
        .map(activity -> activity.tree("object").orElseThrow())
        .toList();
  }

  @Test
  void nobody_votes_where_they_may_not_look_or_in_another_name() {
    var secret =
        alice.posts(
            new Draft(
                QUESTION.wording(),
                Visibility.DIRECT,
                Optional.empty(),
                Optional.empty(),
                QUESTION.extras()));
    var open = alice.posts(QUESTION);
    var mallory = square.stranger("mallory", "peer.example");

    bob.creates(vote(secret, "1", "tea"));
    mallory.creates(vote(open, "2", "tea"));
    bob.creates(vote(open, "3", "milk"));

    assertThat(tallies(alice.sees(secret).orElseThrow())).containsExactly(0L, 0L);
    assertThat(tallies(alice.sees(open).orElseThrow())).containsExactly(0L, 0L);
  }

  @Test
  void a_vote_goes_to_who_asked_alone() {
    var note = question("1", 3, 4);
    bob.creates(note);
    square.published();

    votes(bob.post(note).orElseThrow(), 1);

    var sent = square.published().getFirst();
    var vote = sent.activity().tree("object").orElseThrow();
    assertThat(sent.activity().string("type")).contains("Create");
    assertThat(vote.string("name")).contains("coffee");
    assertThat(vote.string("content")).isEmpty();
    assertThat(vote.id("inReplyTo")).contains(note.id("id").orElseThrow());
    assertThat(vote.ids("to")).containsExactly(bob.actor().uri());
    assertThat(sent.recipients()).containsExactly(Publication.Recipients.actor(bob.id()));
    assertThat(tallies(bob.post(note).orElseThrow())).containsExactly(3L, 5L);
  }

  @Test
  void other_tallies_are_no_edit_but_other_choices_are_and_forget_who_voted() {
    var note = question("1", 0, 0);
    bob.creates(note);
    var post = bob.post(note).orElseThrow();
    votes(post, 0);

    bob.sends("Update", question("1", 7, 8));
    assertThat(tallies(bob.post(note).orElseThrow())).containsExactly(7L, 8L);
    assertThat(bob.post(note).orElseThrow().state().edited()).isEmpty();
    assertThat(chosen(post)).containsExactly(0);

    square.town().clock().advance(Duration.ofMinutes(1));
    bob.sends(
        "Update",
        question("1", 0, 0)
            .with("oneOf", List.of(option("water", 0), option("wine", 0)))
            .with("updated", square.town().clock().instant()));
    assertThat(bob.post(note).orElseThrow().state().edited()).isPresent();
    assertThat(chosen(post)).isEmpty();
  }

  private List<Integer> chosen(PostRow post) {
    return square
        .posts()
        .reading()
        .votes()
        .by(square.database(), alice.id(), List.of(post.id()))
        .getOrDefault(post.id(), List.of());
  }

  @Test
  void who_looks_at_a_poll_elsewhere_sees_soon_how_it_stands_there() {
    var note = question("1", 0, 0);
    bob.creates(note);
    square.outside().serves(question("1", 9, 1));

    square.posts().pollVisits().seen(List.of(bob.post(note).orElseThrow()));
    square.drain();

    assertThat(tallies(bob.post(note).orElseThrow())).containsExactly(9L, 1L);
  }

  @Test
  void how_it_came_out_is_asked_for_until_a_day_after_the_end() {
    // given
    var note = question("1", 0, 0);
    var result = question("1", 9, 1);
    var later = question("1", 8, 1);
    bob.creates(note);
    votes(bob.post(note).orElseThrow(), 0);
    square.town().clock().advance(Duration.ofHours(2));
    square.drain();
    assertThat(bob.post(note).orElseThrow().body().poll().orElseThrow().ended()).isTrue();
    // when
    square.outside().serves(result);
    square.posts().pollVisits().seen(List.of(bob.post(note).orElseThrow()));
    square.drain();
    // then
    assertThat(tallies(bob.post(note).orElseThrow())).containsExactly(9L, 1L);

    // when
    square.town().clock().advance(Duration.ofDays(1));
    square.outside().serves(later);
    new PollVisits(square.town().foundation()).seen(List.of(bob.post(note).orElseThrow()));
    square.drain();
    // then
    assertThat(tallies(bob.post(note).orElseThrow())).containsExactly(9L, 1L);
  }
}
