package social.kring.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** What others link to and answer is fetched little, and delays nobody. */
@Tag("faults")
@Timeout(600)
class LinksAndThreadsTest {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Duration QUIET = Duration.ofSeconds(5);

  private static Vertx vertx;
  private static Abroad abroad;
  private static NodeProcess node;
  private static Member hana;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    abroad = new Abroad(vertx);
    node = new NodeProcess("reading", new Line(vertx), Map.of());
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
  void a_herd_of_posts_with_one_link_fetches_its_page_once() {
    var page = FediUrl.parse("http://" + abroad.host("news") + "/story");
    abroad.shows(page, "<html><head><title>A story</title></head><body>");
    var kai = abroad.person("links", "kai");
    var account = abroad.followedBy(hana, kai);
    var posts = Form.of(40, 100);
    var begun = System.nanoTime();

    Abroad.inParallel(
        IntStream.range(0, posts).boxed().toList(),
        i -> {
          if (i % 2 == 0) hana.posts(i + " " + page);
          else kai.brings(node, kai.creates("link-" + i, "<a href='%s'>%d</a>".formatted(page, i)));
        });
    Patience.until(
        () -> "all show the preview, not " + showing(account),
        SOON,
        () -> showing(account) == posts);

    Form.figure(
        "a herd of links",
        "%d posts with one link, half of them from elsewhere: %d fetches of its page; all show its"
            + " preview after %.1f s",
        posts,
        abroad.asked(page),
        (System.nanoTime() - begun) / 1e9);
    assertThat(abroad.asked(page)).isEqualTo(1);
  }

  private static long showing(String account) {
    var own = hana.me().string("id").orElseThrow();
    return Stream.concat(hana.statusesOf(own).stream(), hana.statusesOf(account).stream())
        .flatMap(status -> status.tree("card").stream())
        .filter(card -> card.string("title").filter("A story"::equals).isPresent())
        .count();
  }

  @Test
  void a_thread_without_end_costs_little_and_delays_nobody() {
    var ida = abroad.person("one", "ida");
    var jan = abroad.person("four", "jan");
    abroad.followedBy(hana, ida);
    var account = abroad.followedBy(hana, jan);
    var authors = List.of(ida, abroad.person("two", "bo"), abroad.person("three", "cy"));
    var thread = new LongThread(abroad, authors, Form.of(200, 1_000), 4);
    var answers = Form.of(10, 40);
    var before = abroad.traffic().requests();
    authors.forEach(each -> takes(each, Duration.ofMillis(50)));
    var begun = Instant.now();

    var step = thread.depth() / answers;
    for (var i = 1; i <= answers; i++) {
      ida.brings(
          node, ida.activity("Create", "answer-" + i, thread.answer(ida, "a" + i, i * step - 1)));
    }
    var delays = meanwhile(jan, account, ida);
    awaitQuiet();
    var took = Duration.between(begun, abroad.traffic().last());
    var fetches = abroad.traffic().requests() - before;

    Form.figure(
        "a long thread",
        "%d replies on three hosts, %d deep, in a circle, %d of them brought, all read: %d fetches"
            + " within %.1f s, at most %d at once from a host; another peer's posts visible after"
            + " %d ms at most meanwhile; its context read in %d ms",
        thread.size(),
        thread.depth(),
        answers,
        fetches,
        took.toMillis() / 1e3,
        abroad.traffic().mostAtOnce(),
        delays.stream().mapToLong(Duration::toMillis).max().orElseThrow(),
        contexts(ida).stream().mapToLong(Duration::toMillis).max().orElseThrow());
    assertThat(fetches).isBetween(10, 200);
    assertThat(took).isLessThan(Duration.ofSeconds(60));
    assertThat(abroad.traffic().mostAtOnce()).isLessThanOrEqualTo(2);
    assertThat(delays).allMatch(delay -> delay.compareTo(Duration.ofSeconds(10)) < 0);
  }

  private static void takes(Foreigner author, Duration time) {
    abroad.traffic().takes(author.uri().origin().authority(), time);
  }

  @Test
  void threads_on_a_slow_host_hold_up_none_on_another() {
    var slow = abroad.person("slow", "sam");
    var quick = abroad.person("quick", "quin");
    abroad.followedBy(hana, slow);
    var account = abroad.followedBy(hana, quick);
    takes(slow, Duration.ofSeconds(8));
    for (var i = 0; i < Form.of(8, 40); i++) {
      var missing = slow.note("missing-" + i, "<p>slowly</p>");
      slow.brings(node, slow.activity("Create", "slow-" + i, answer(slow, "slow-" + i, missing)));
    }

    var missing = quick.note("missing", "<p>what was asked</p>");
    abroad.serves(
        missing.id("id").orElseThrow(),
        missing.with("@context", "https://www.w3.org/ns/activitystreams"));
    quick.brings(node, quick.activity("Create", "quick", answer(quick, "quick", missing)));
    var took =
        Patience.until(
            "the missing post is there",
            SOON,
            () -> hana.textsOf(account).toString().contains("what was asked"));

    Form.figure(
        "threads on a slow host",
        "%d that each wait 8 s for an answer; one on another host complete after %d ms",
        Form.of(8, 40),
        took.toMillis());
    assertThat(took).isLessThan(Duration.ofSeconds(30));
  }

  private static Tree answer(Foreigner author, String name, Tree to) {
    return author.note(name, "<p>answer</p>").with("inReplyTo", to.id("id").orElseThrow());
  }

  @Test
  void a_thread_that_is_all_here_is_read_quickly() {
    var lou = abroad.person("five", "lou");
    abroad.followedBy(hana, lou);
    var thread = new LongThread(abroad, List.of(lou), Form.of(20, 1_000), 4);
    thread.chain().forEach(post -> lou.brings(node, lou.activity("Create", name(post), post)));
    Abroad.inParallel(
        thread.leaves(), post -> lou.brings(node, lou.activity("Create", name(post), post)));
    var id = hana.idOf(lou);
    Patience.until("all of it is here", SOON, () -> hana.statusesOf(id).size() == thread.size());
    var places = List.of(0, thread.depth() / 2, thread.depth() - 1);
    var statuses = hana.statusesOf(id);

    var times =
        places.stream()
            .map(thread::at)
            .map(uri -> idOf(statuses, uri))
            .flatMap(status -> Stream.generate(() -> context(status)).limit(Form.of(3, 30)))
            .map(Duration::toMillis)
            .sorted()
            .toList();

    Form.figure(
        "reading a long thread",
        "the context of its first, middle and last post, of %d that are here, %d deep: p50 %d ms,"
            + " the slowest %d ms",
        thread.size(),
        thread.depth(),
        times.get(times.size() / 2),
        times.getLast());
    assertThat(times.get(times.size() / 2)).isLessThan(5_000);
  }

  private static String name(Tree post) {
    return "create-" + Math.abs(post.id("id").orElseThrow().text().hashCode());
  }

  private static String idOf(List<Tree> statuses, FediUrl uri) {
    return statuses.stream()
        .filter(status -> status.id("uri").filter(uri::equals).isPresent())
        .flatMap(status -> status.string("id").stream())
        .findFirst()
        .orElseThrow();
  }

  /** Somebody else's posts arrive, one after the other, while threads are read and fetched. */
  private static List<Duration> meanwhile(Foreigner other, String account, Foreigner writer) {
    var delays = new ArrayList<Duration>();
    for (var i = 0; i < Form.of(5, 20); i++) {
      var text = "meanwhile " + i + ".";
      other.brings(node, other.creates("meanwhile-" + i, "<p>" + text + "</p>"));
      delays.add(
          Patience.until(
              text + " is there", SOON, () -> hana.textsOf(account).toString().contains(text)));
      contexts(writer);
    }
    return delays;
  }

  /** All that the writer answered, as it is read in its thread. */
  private static List<Duration> contexts(Foreigner writer) {
    return hana.statusesOf(hana.idOf(writer)).stream()
        .limit(5)
        .map(status -> status.string("id").orElseThrow())
        .map(LinksAndThreadsTest::context)
        .toList();
  }

  private static Duration context(String id) {
    var begun = System.nanoTime();
    var answer = hana.get("/api/v1/statuses/" + id + "/context");
    var took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(ids(answer.document())).doesNotHaveDuplicates();
    return took;
  }

  private static List<String> ids(Tree context) {
    return Stream.of("ancestors", "descendants")
        .flatMap(part -> context.objects(part).stream())
        .map(status -> status.string("id").orElseThrow())
        .toList();
  }

  private static void awaitQuiet() {
    Patience.until(
        "nobody is asked any longer",
        SOON,
        () -> abroad.traffic().last().plus(QUIET).isBefore(Instant.now()));
  }
}
