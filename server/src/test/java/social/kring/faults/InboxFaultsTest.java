package social.kring.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.protocol.json.Tree;

/** What comes in has its effect once, and what is poison or a herd harms nobody. */
@Tag("faults")
@Timeout(600)
class InboxFaultsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private static Vertx vertx;
  private static Abroad abroad;
  private static NodeProcess node;
  private static Member hana;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    abroad = new Abroad(vertx);
    node = new NodeProcess("inbox", new Line(vertx), Map.of());
    node.start();
    hana = node.members("hana").getFirst();
    abroad.learn(hana);
  }

  @AfterAll
  static void end() {
    node.close();
    abroad.close();
    vertx.close().await();
  }

  @Test
  void the_same_activity_has_one_effect_however_often_and_wherever_it_comes() {
    var ida = abroad.person("again", "ida");
    var post = hana.posts("like me once");
    var uri = post.string("uri").orElseThrow();
    var like = ida.activity("Like", "like-1", uri);
    var note = ida.note("reply-1", "<p>only once</p>").with("inReplyTo", uri);
    var reply = ida.activity("Create", "create-reply-1", note);

    brings(ida, like, 50);
    brings(ida, reply, 50);
    awaitEffects(post.string("id").orElseThrow());
    node.kill();
    node.start();
    brings(ida, like, 10);
    brings(ida, reply, 10);
    var last = ida.activity("Like", "like-2", hana.posts("afterwards").string("uri").orElseThrow());
    ida.brings(node, last);
    Patience.until("what came later is handled", SOON, () -> fromIda("favourite") >= 2);

    awaitEffects(post.string("id").orElseThrow());
    assertThat(fromIda("favourite")).isEqualTo(2);
    Form.figure("the same activity", "120 times, before and after a kill -9: one effect each");
  }

  /** In parallel, to her own inbox and to the shared one. */
  private static void brings(Foreigner sender, Tree activity, int times) {
    var own =
        node.line()
            .ask("GET", hana.actor(), Map.of("Accept", "application/activity+json"), new byte[0])
            .document()
            .id("inbox")
            .orElseThrow();
    var statuses = new ConcurrentLinkedQueue<Integer>();
    Abroad.inParallel(
        IntStream.range(0, times).boxed().toList(),
        i ->
            statuses.add(
                sender.sends(node, i % 2 == 0 ? own : node.sharedInbox(), activity).status()));
    assertThat(statuses).hasSize(times).containsOnly(202);
  }

  private static void awaitEffects(String post) {
    Patience.until(
        () -> "one like and one reply: " + hana.get("/api/v1/statuses/" + post).body(),
        SOON,
        () -> {
          var seen = hana.get("/api/v1/statuses/" + post).document();
          return seen.number("favourites_count").orElse(-1L) == 1
              && seen.number("replies_count").orElse(-1L) == 1;
        });
  }

  private static long fromIda(String type) {
    return hana.get("/api/v1/notifications?limit=80&types[]=" + type).list().stream()
        .filter(each -> each.string("type").orElse("").equals(type))
        .filter(
            each -> each.tree("account").orElseThrow().string("username").orElse("").equals("ida"))
        .count();
  }

  @Test
  void poison_keeps_nothing_good_from_coming() {
    var jan = abroad.person("kitchen", "jan");
    var account = abroad.followedBy(hana, jan);
    var poison = Poison.by(jan, Form.of(25, 100));
    var all = Stream.concat(poison.stream(), Poison.edits(poison).stream()).toList();
    var good = Form.of(50, 1_000);
    var answers = new ConcurrentLinkedQueue<Integer>();
    var begun = System.nanoTime();

    var poisoning =
        Thread.startVirtualThread(
            () ->
                Abroad.inParallel(
                    all, body -> answers.add(jan.sends(node, node.sharedInbox(), body).status())));
    var bringing = new Bringing(node, jan, "good", good, 100, taken -> {}).begin();
    Patience.until("all good ones are taken", SOON.plusSeconds(good / 50), bringing::isOver);
    Patience.until(
        () -> "all good ones are visible, of %d: %d".formatted(good, visible(account)),
        SOON,
        () -> visible(account) >= good);
    var took = (System.nanoTime() - begun) / 1e9;
    Patience.until("all poison is answered", SOON, () -> !poisoning.isAlive());

    assertThat(answers).hasSize(all.size()).allMatch(status -> status >= 200 && status < 500);
    assertThat(bringing.refusals()).isEmpty();
    var left = node.kring("queue list --most 1000");
    Form.figure(
        "poison",
        "%d poison activities among %d good ones, answered %s; the good ones visible after %.1f s;"
            + " in the queues afterwards: %s",
        all.size(),
        good,
        answers.stream().collect(Collectors.groupingBy(s -> s, Collectors.counting())),
        took,
        left.stream().filter(line -> line.startsWith("inbox:")).toList());
    assertThat(left)
        .as("nothing of it breaks whoever handles it")
        .noneMatch(line -> line.startsWith("inbox:") && !line.contains("tries 0"));
  }

  private static long visible(String account) {
    return hana.textsOf(account).stream().filter(text -> text.contains("good number")).count();
  }

  @Test
  void a_herd_of_boosts_fetches_a_note_once_or_twice() {
    var kim = abroad.person("stage", "kim");
    var lea = abroad.person("author", "lea");
    abroad.followedBy(hana, kim);
    var note = lea.note("famous", "<p>everybody boosts this</p>");
    var uri = note.id("id").orElseThrow();
    abroad.serves(uri, note.with("@context", "https://www.w3.org/ns/activitystreams"));
    var boosts = IntStream.range(0, Form.of(50, 200)).boxed().toList();

    Abroad.inParallel(
        boosts,
        i ->
            assertThat(kim.sends(node, kim.activity("Announce", "boost-" + i, uri)).status())
                .isEqualTo(202));
    Patience.until(
        "the note is here",
        SOON,
        () -> hana.get("/api/v1/timelines/home?limit=40").body().contains("everybody boosts this"));

    Form.figure(
        "a herd of boosts",
        "%d boosts of an unknown note: %d fetches",
        boosts.size(),
        abroad.asked(uri));
    assertThat(abroad.asked(uri)).isBetween(1, 2);
  }

  @Test
  void a_herd_of_requests_fetches_their_signer_once_or_twice() {
    var mia = abroad.person("unknown", "mia");
    var uri = hana.posts("like me").string("uri").orElseThrow();
    var requests = IntStream.range(0, Form.of(50, 200)).boxed().toList();
    var statuses = new ConcurrentLinkedQueue<Integer>();

    Abroad.inParallel(
        requests,
        i -> statuses.add(mia.sends(node, mia.activity("Like", "like-" + i, uri)).status()));

    Form.figure(
        "a herd of requests",
        "%d signed by one unknown actor, answered %s: %d fetches of the actor",
        requests.size(),
        statuses.stream().collect(Collectors.groupingBy(s -> s, Collectors.counting())),
        abroad.asked(mia.uri()));
    assertThat(statuses).allMatch(status -> List.of(202, 503).contains(status));
    assertThat(abroad.asked(mia.uri())).isBetween(1, 2);
  }
}
