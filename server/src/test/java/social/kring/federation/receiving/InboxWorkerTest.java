package social.kring.federation.receiving;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Join;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.Harbour;
import social.kring.testing.Neighbour;
import social.kring.testing.Peer;
import social.kring.testing.PeerActor;

@Timeout(60)
class InboxWorkerTest {
  private final Scripted scripted = new Scripted();
  private final Harbour harbour = new Harbour(scripted);
  private final Peer peer = new Peer("peer");
  private final PeerActor bob = peer.actor("bob");
  private Neighbour alice;

  /** Does what a test wants with a Join, by the last word of its object's address. */
  private static final class Scripted implements ActivityHandler<Join> {
    private final Map<String, Supplier<Outcome>> answers = new HashMap<>();
    private final List<String> handled = new ArrayList<>();

    @Override
    public Class<Join> activity() {
      return Join.class;
    }

    @Override
    public Set<ObjectKind> objects() {
      return Set.of(ObjectKind.UNKNOWN);
    }

    @Override
    public Outcome handle(Received<Join> received, Fetched fetched, Transaction tx) {
      var object = received.activity().object().requiredId().text();
      var word = object.substring(object.lastIndexOf('/') + 1);
      var outcome = answers.getOrDefault(word, Outcome::done).get();
      handled.add(word);
      return outcome;
    }
  }

  @BeforeEach
  void settle() {
    alice = harbour.square().person("alice");
    harbour.square().follow(alice.actor(), harbour.elsewhere().actors().find(bob.uri()));
  }

  @AfterEach
  void close() {
    peer.close();
    harbour.close();
  }

  private void joins(String word) {
    var answer = harbour.receives(bob, bob.activity("Join", bob.under("/things/" + word)));
    assertThat(answer.status()).isEqualTo(202);
  }

  private Tree note(String name, String content) {
    return bob.note(name, content, harbour.town().clock().instant());
  }

  private String shown(Tree note) {
    return harbour
        .square()
        .post(note.id("id").orElseThrow())
        .map(post -> post.body().text().html())
        .orElse("nothing");
  }

  @Test
  void what_comes_together_is_handled_in_its_order() {
    var note = note("1", "<p>first</p>");
    harbour.receives(bob, bob.creates(note));
    for (var words : List.of("second", "third", "last")) {
      harbour.wait(Duration.ofSeconds(1));
      var edited = note.with("content", words).with("updated", harbour.town().clock().instant());
      harbour.receives(bob, bob.activity("Update", edited));
    }
    harbour.drain();
    assertThat(harbour.outcomes())
        .containsExactly("Create done", "Update done", "Update done", "Update done");
    assertThat(shown(note)).contains("last");
  }

  @Test
  void what_waits_is_overtaken_except_on_the_same_object() {
    scripted.answers.put("waits", () -> new Outcome.NotYet(Duration.ofMinutes(1), "not here yet"));
    joins("waits");
    joins("waits");
    joins("other");
    harbour.drain();
    assertThat(harbour.outcomes()).containsExactly("Join waits", "Join waits", "Join done");

    scripted.answers.clear();
    harbour.wait(Duration.ofMinutes(2));
    harbour.drain();
    assertThat(harbour.outcomes()).containsOnly("Join done");
    assertThat(scripted.handled).containsExactly("waits", "other", "waits", "waits");
  }

  @Test
  void one_that_fails_takes_nobody_with_it_and_is_parked_after_five_tries() {
    scripted.answers.put(
        "poison",
        () -> {
          throw new IllegalStateException("poison");
        });
    joins("before");
    joins("poison");
    joins("after");
    harbour.drain();
    assertThat(harbour.outcomes()).containsExactly("Join done", "Join waits", "Join done");

    for (var i = 0; i < 4; i++) {
      harbour.wait(Duration.ofHours(1));
      harbour.drain();
    }
    assertThat(harbour.outcomes()).containsExactly("Join done", "Join parked", "Join done");
    assertThat(harbour.reasons()).singleElement().asString().contains("poison");
  }

  @Test
  void an_operator_has_what_is_parked_handled_after_all() {
    var queue = new InboxQueue(harbour.town().clock(), () -> {});
    scripted.answers.put(
        "poison",
        () -> {
          throw new IllegalStateException("poison");
        });
    joins("poison");
    for (var i = 0; i < 5; i++) {
      harbour.drain();
      harbour.wait(Duration.ofHours(1));
    }
    var parked = queue.parked(harbour.town().database(), 10);
    assertThat(parked)
        .singleElement()
        .satisfies(it -> assertThat(it.fate().failures()).isEqualTo(5));
    scripted.answers.clear();

    harbour.town().change(tx -> queue.retry(tx, parked.getFirst().id()));
    harbour.drain();

    assertThat(harbour.outcomes()).containsExactly("Join done");
    assertThat(queue.waiting(harbour.town().database(), 10)).isEmpty();
  }

  @Test
  void what_a_killed_process_had_taken_up_is_taken_up_at_once_when_it_is_back() {
    joins("before");
    takenUpBy("harbour");
    harbour.drain();
    assertThat(harbour.outcomes()).containsExactly("Join waits");

    harbour.restart();
    harbour.drain();

    assertThat(harbour.outcomes()).containsExactly("Join done");
  }

  @Test
  void what_another_process_has_taken_up_is_left_to_it_while_its_time_lasts() {
    joins("before");
    takenUpBy("another");

    harbour.restart();
    harbour.drain();
    assertThat(harbour.outcomes()).containsExactly("Join waits");

    harbour.wait(Duration.ofSeconds(31));
    harbour.drain();
    assertThat(harbour.outcomes()).containsExactly("Join done");
  }

  private void takenUpBy(String process) {
    var now = harbour.town().clock().instant();
    var terms = new InboxTable.Terms(process, now.plusSeconds(30));
    var table = new InboxTable();
    harbour.town().change(tx -> table.lease(tx, table.take(tx, now, 10), terms));
  }

  @Test
  void what_nobody_is_to_blame_for_is_tried_again_at_once_and_not_counted() {
    scripted.answers.put(
        "busy",
        () -> {
          throw Problem.unavailable("the database is away", Duration.ofSeconds(5));
        });
    joins("busy");
    for (var i = 0; i < 7; i++) {
      assertThatExceptionOfType(Problem.class).isThrownBy(harbour::workOnce);
    }
    scripted.answers.clear();
    harbour.drain();
    assertThat(harbour.outcomes()).containsExactly("Join done");
  }

  @Test
  void the_same_activity_has_no_second_effect_a_day_later_either() {
    var post = alice.posts("like me once");
    var like = bob.activity("Like", post.uri());
    var reply = note("reply", "<p>only once</p>").with("inReplyTo", post.uri());
    var create = bob.creates(reply);

    for (var day = 0; day < 3; day++) {
      assertThat(harbour.receives(bob, like).status()).isEqualTo(202);
      assertThat(harbour.receives(bob, create).status()).isEqualTo(202);
      harbour.workOnce();
      harbour.wait(Duration.ofHours(25));
    }

    assertThat(harbour.outcomes()).containsExactly("Like done", "Create done");
    var counts = alice.sees(post).orElseThrow().state().counts();
    assertThat(counts.favourites()).isEqualTo(1);
    assertThat(counts.replies()).isEqualTo(1);
    // That bob, last seen long ago, is to be looked at again, is another matter.
    harbour.town().database().execute("DELETE FROM job WHERE kind LIKE 'actors.%'");
  }

  @Test
  void many_creates_of_one_batch_come_in_as_each_would_alone() {
    var first = note("first", "<p>first</p>");
    var gone = note("gone", "<p>gone</p>");
    harbour.receives(bob, bob.activity("Delete", gone.id("id").orElseThrow()));
    harbour.drain();

    harbour.receives(bob, bob.creates(first));
    harbour.receives(bob, bob.creates(gone));
    harbour.receives(bob, bob.creates(note("second", "<p>second</p>")));
    harbour.receives(
        bob, bob.creates(note("answer", "<p>a</p>").with("inReplyTo", first.id("id"))));
    harbour.workOnce();

    assertThat(shown(first)).contains("first");
    assertThat(shown(gone)).isEqualTo("nothing");
    assertThat(shown(note("second", ""))).contains("second");
    assertThat(shown(note("answer", ""))).contains("a");
  }

  @Test
  void what_is_refused_is_kept_with_its_reason() {
    scripted.answers.put("no", () -> Outcome.refused("because"));
    joins("no");
    harbour.drain();
    assertThat(harbour.outcomes()).containsExactly("Join refused");
    assertThat(harbour.reasons()).containsExactly("because");
  }

  @Test
  void what_is_only_named_is_fetched() {
    var note = note("1", "<p>named</p>");
    peer.serves(note);
    harbour.receives(bob, bob.creates(note).with("object", note.id("id")));
    harbour.drain();
    assertThat(shown(note)).contains("named");
  }

  @Test
  void what_cannot_be_fetched_now_is_fetched_later() {
    var note = note("1", "<p>late</p>");
    peer.answers(note.id("id").orElseThrow(), 503);
    harbour.receives(bob, bob.creates(note).with("object", note.id("id")));
    harbour.drain();
    assertThat(harbour.outcomes()).containsExactly("Create waits");

    peer.serves(note);
    harbour.wait(Duration.ofMinutes(5));
    harbour.drain();
    assertThat(shown(note)).contains("late");
  }

  @Test
  void what_another_host_answers_for_is_never_believed() {
    try (var evil = new Peer("evil")) {
      var mallory = evil.actor("mallory");
      harbour.square().follow(alice.actor(), harbour.elsewhere().actors().find(mallory.uri()));
      var forged = note("forged", "<p>forged</p>");
      harbour.receives(mallory, mallory.creates(forged));
      harbour.receives(mallory, mallory.activity("Announce", forged));
      harbour.drain();
      assertThat(shown(forged)).isEqualTo("nothing");
      assertThat(peer.asked(forged.id("id").orElseThrow())).isPositive();
    }
  }

  @Test
  void an_announced_activity_counts_as_its_object_from_its_own_origin() {
    try (var lemmy = new Peer("lemmy")) {
      var group = lemmy.actor("group");
      harbour.square().follow(alice.actor(), harbour.elsewhere().actors().find(group.uri()));
      var note = note("1", "<p>as it is</p>");
      peer.serves(note);
      var create = bob.creates(note.with("content", "<p>as the group has it</p>"));
      harbour.receives(group, group.activity("Announce", create));
      harbour.drain();
      assertThat(shown(note)).contains("as it is");
    }
  }

  @Test
  void an_announced_like_counts_if_it_was_done() {
    var post = alice.posts("vote for me");
    try (var lemmy = new Peer("lemmy")) {
      var group = lemmy.actor("group");
      var like = bob.activity("Like", post.uri());
      var forged = bob.activity("Like", alice.posts("not for me").uri());
      peer.serves(like);

      harbour.receives(group, group.activity("Announce", like));
      harbour.receives(group, group.activity("Announce", forged));
      harbour.drain();

      assertThat(alice.told()).containsOnlyOnce("favourite by bob");
      assertThat(alice.sees(post).orElseThrow().state().counts().favourites()).isEqualTo(1);

      var undo = bob.activity("Undo", like);
      peer.serves(undo);
      harbour.receives(group, group.activity("Announce", undo));
      harbour.drain();
      assertThat(alice.sees(post).orElseThrow().state().counts().favourites()).isZero();
    }
  }

  @Test
  void what_is_announced_of_things_unknown_here_is_not_asked_for() {
    try (var lemmy = new Peer("lemmy")) {
      var group = lemmy.actor("group");
      var like = bob.activity("Like", "https://elsewhere.example/1");
      harbour.receives(group, group.activity("Announce", like));
      harbour.drain();
      assertThat(peer.asked(like.id("id").orElseThrow())).isZero();
    }
  }

  @Test
  void a_slow_host_delays_nobody() {
    var note = note("slow", "<p>slow</p>");
    peer.server()
        .stubFor(
            get(urlEqualTo(note.id("id").orElseThrow().pathAndQuery()))
                .willReturn(
                    aResponse()
                        .withFixedDelay(1_500)
                        .withHeader("Content-Type", "application/activity+json")
                        .withBody(note.toBytes())));
    harbour.receives(bob, bob.creates(note).with("object", note.id("id")));
    joins("quick");

    harbour.workOnce();

    assertThat(harbour.outcomes()).containsExactly("Create waits", "Join done");
    harbour.drain();
    assertThat(shown(note)).contains("slow");
  }

  @Test
  void somebody_who_changes_is_shown_as_they_are_now() {
    var changed =
        bob.document()
            .with("name", "Bob \u202Ethe builder")
            .with("summary", "<p>can we <script>alert(1)</script>fix it</p>");
    peer.serves(changed);
    harbour.receives(bob, bob.activity("Update", bob.document().with("name", "old news")));
    harbour.drain();
    var row =
        harbour
            .town()
            .foundation()
            .actors()
            .byUri(harbour.town().database(), bob.uri())
            .orElseThrow();
    assertThat(row.profile().displayName()).startsWith("Bob").doesNotContain("\u202E");
    assertThat(row.profile().summary()).isEqualTo("<p>can we fix it</p>");
  }

  @Test
  void nobody_changes_or_deletes_another() {
    var mallory = peer.actor("mallory");
    var defaced = bob.document().with("name", "defaced");
    harbour.receives(mallory, mallory.activity("Update", defaced));
    harbour.receives(mallory, mallory.activity("Delete", bob.uri()));
    harbour.drain();
    assertThat(harbour.outcomes()).containsExactly("Update refused", "Delete refused");
    var row = harbour.elsewhere().actors().find(bob.uri());
    assertThat(row.profile().displayName()).isEmpty();
    assertThat(row.standing().active()).isTrue();
  }

  @Test
  void bodies_are_kept_for_a_week_and_ids_for_three_months() {
    joins("one");
    harbour.drain();
    harbour.wait(Duration.ofDays(8));
    harbour.sweep();
    assertThat(stored("SELECT count(*) AS n FROM inbox_event WHERE body IS NULL")).isEqualTo(1);
    harbour.wait(Duration.ofDays(90));
    harbour.sweep();
    assertThat(stored("SELECT count(*) AS n FROM inbox_event")).isZero();
  }

  private long stored(String sql) {
    return harbour.town().database().one(sql, row -> row.getLong("n")).orElseThrow();
  }

  @Test
  void two_handlers_for_the_same_do_not_start() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HandlerRegistry(List.of(new Scripted(), new Scripted())))
        .withMessageContaining("Join of UNKNOWN");
  }

  @Test
  void a_lane_is_what_one_actor_does_to_one_object() {
    var follow = activity("Follow", bob.uri(), alice.actor().uri());
    var undo = activity("Undo", bob.uri(), follow.tree());
    var other = activity("Follow", bob.uri(), bob.uri());
    assertThat(Sameness.lane(undo)).isEqualTo(Sameness.lane(follow));
    assertThat(Sameness.lane(other)).isNotEqualTo(Sameness.lane(follow));
  }

  private social.kring.protocol.activitystreams.Activity activity(
      String type, FediUrl actor, Object object) {
    return social.kring.protocol.activitystreams.Activity.parse(
        Tree.builder()
            .put("id", actor.text() + "/x")
            .put("type", type)
            .put("actor", actor)
            .put("object", object)
            .build());
  }
}
