package social.kring.community.posts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.kring.platform.events.Happening;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.Neighbour;
import social.kring.testing.Square;
import social.kring.testing.Stranger;

/** Threads that others write: long, wide, circular or false, and never endless here. */
class ThreadsTest {
  private static final int BUDGET = 180;

  private final Square square = new Square();
  private final Neighbour alice = square.person("alice");
  private final Stranger bob = square.stranger("bob", "one.example");
  private final Stranger carol = square.stranger("carol", "two.example");
  private final Stranger dave = square.stranger("dave", "three.example");

  @BeforeEach
  void follow() {
    alice.follows(bob.actor());
  }

  @AfterEach
  void close() {
    square.close();
  }

  private static FediUrl uri(Tree note) {
    return note.id("id").orElseThrow();
  }

  private Tree serves(Tree note) {
    square.outside().serves(note);
    return note;
  }

  private static Tree answer(Stranger author, String name, Tree to) {
    return author.note(name, "<p>" + name + "</p>").with("inReplyTo", uri(to));
  }

  private static Tree listing(Stranger author, String name, Object... items) {
    return Tree.builder()
        .put("id", author.address("/replies/" + name))
        .put("type", "Collection")
        .put("items", List.of(items))
        .build();
  }

  /** Somebody comes across a post and reads what is said around it. */
  private List<FediUrl> reads(Tree note) {
    square.posts().found().find(uri(note));
    visits(note);
    return shown(note);
  }

  private void visits(Tree note) {
    var post = square.post(uri(note)).orElseThrow();
    square.posts().visits().read(post, around(post));
    square.drain();
  }

  private List<FediUrl> shown(Tree note) {
    return around(square.post(uri(note)).orElseThrow()).descendants().stream()
        .map(entry -> alice.sees(entry.post()).orElseThrow().uri())
        .toList();
  }

  private ThreadReader.Context around(PostRow post) {
    return square.posts().reading().threads().around(square.database(), alice.id(), post.id());
  }

  @Test
  void answers_elsewhere_are_looked_for_when_somebody_reads() {
    var root = carol.note("root", "<p>root</p>").with("replies", carol.address("/replies/root"));
    var first = serves(answer(carol, "first", root));
    var second =
        serves(answer(dave, "second", root)).with("replies", listing(dave, "second", uri(first)));
    var below = serves(answer(bob, "below", second));
    serves(second.with("replies", listing(dave, "second", uri(below))));
    serves(root);
    serves(listing(carol, "root", uri(first), uri(second)));

    assertThat(reads(root)).containsExactlyInAnyOrder(uri(first), uri(second), uri(below));
    assertThat(alice.told()).isEmpty();
    assertThat(square.happened()).extracting(Happening::kind).doesNotContain("post.created");
  }

  @Test
  void they_are_looked_for_once_in_a_while() {
    var root = serves(carol.note("root", "<p>root</p>"));
    reads(root);
    var asked = square.outside().asked();

    visits(root);
    assertThat(square.outside().asked()).isEqualTo(asked);

    square.town().clock().advance(Duration.ofMinutes(16));
    square
        .town()
        .change(
            tx ->
                square
                    .town()
                    .foundation()
                    .jobs()
                    .schedule(
                        tx,
                        ReplyFetch.KIND,
                        "again",
                        ReplyFetch.details(
                            square.post(uri(root)).orElseThrow().id(),
                            square.post(uri(root)).orElseThrow().id()),
                        square.town().clock().instant()));
    square.drain();
    assertThat(square.outside().asked()).isGreaterThan(asked);
  }

  @Test
  void what_does_not_say_that_it_answers_is_not_taken_for_an_answer() {
    var other = serves(dave.note("other", "<p>buy this</p>"));
    var root =
        serves(
            carol.note("root", "<p>root</p>").with("replies", listing(carol, "root", uri(other))));

    assertThat(reads(root)).isEmpty();
    assertThat(square.post(uri(other))).isEmpty();
  }

  @Test
  void a_host_that_lists_what_is_not_there_is_soon_left_alone() {
    var victims =
        IntStream.range(0, 90)
            .mapToObj(i -> FediUrl.parse("https://victim.example/" + i))
            .toArray();
    var root =
        serves(carol.note("root", "<p>root</p>").with("replies", listing(carol, "root", victims)));

    square.posts().found().find(uri(root));
    var before = square.outside().asked();
    visits(root);

    assertThat(square.outside().asked() - before).isLessThanOrEqualTo(5);
  }

  @Test
  void pages_that_loop_or_lead_elsewhere_end() {
    var root = carol.note("root", "<p>root</p>").with("replies", carol.address("/replies/a"));
    serves(root);
    serves(listing(carol, "a").with("next", carol.address("/replies/b")));
    serves(listing(carol, "b").with("next", carol.address("/replies/a")));
    reads(root);

    var far = dave.note("root", "<p>root</p>").with("replies", carol.address("/replies/c"));
    serves(far);
    serves(listing(carol, "c", uri(serves(answer(carol, "stray", far)))));
    assertThat(reads(far)).isEmpty();
  }

  @Test
  void pages_without_end_are_turned_ten_times() {
    serves(carol.note("root", "<p>root</p>").with("replies", carol.address("/replies/0")));
    for (var i = 0; i < 50; i++) {
      serves(listing(carol, "" + i).with("next", carol.address("/replies/" + (i + 1))));
    }

    var before = square.outside().asked();
    reads(carol.note("root", ""));

    assertThat(square.outside().asked() - before).isLessThanOrEqualTo(12);
  }

  @Test
  void a_long_and_wide_thread_costs_its_budget_and_no_more_in_a_quarter_of_an_hour() {
    var hosts = List.of(bob, carol, dave);
    var thread = new Chain(hosts, 300);
    var root = thread.notes.getFirst();

    var spent = asked(() -> reads(root));
    for (var i = 50; i < 300; i += 25) arrives("late" + i, thread.notes.get(i));
    spent += asked(square::drain);
    assertThat(spent).isBetween(BUDGET - 50, BUDGET + 1);

    square.town().clock().advance(Duration.ofMinutes(16));
    arrives("later", thread.notes.get(299));
    assertThat(asked(square::drain)).isEqualTo(50);
  }

  private void arrives(String name, Tree to) {
    bob.creates(answer(bob, name, to).with("context", "urn:t"));
  }

  private int asked(Runnable work) {
    var before = square.outside().asked();
    work.run();
    return square.outside().asked() - before;
  }

  /** A chain of answers, each by another host than the one before; it names itself. */
  private final class Chain {
    private final List<Tree> notes = new ArrayList<>();

    Chain(List<Stranger> authors, int length) {
      for (var i = 0; i < length; i++) {
        var author = authors.get(i % authors.size());
        var next = authors.get((i + 1) % authors.size()).address("/notes/n" + (i + 1));
        var note =
            author
                .note("n" + i, "<p>" + i + "</p>")
                .with("context", "urn:t")
                .with("replies", listing(author, "n" + i, next));
        notes.add(serves(i == 0 ? note : note.with("inReplyTo", uri(notes.get(i - 1)))));
      }
    }
  }

  @Test
  void a_thread_that_bites_its_tail_is_fetched_and_read_once() {
    var one = carol.note("one", "<p>one</p>").with("inReplyTo", dave.address("/notes/two"));
    var two = dave.note("two", "<p>two</p>").with("inReplyTo", uri(one));
    serves(one.with("replies", listing(carol, "one", uri(two))));
    serves(two.with("replies", listing(dave, "two", uri(one))));
    var answer = answer(bob, "answer", two);

    bob.creates(answer);
    square.drain();
    visits(one);

    var around = around(square.post(uri(answer)).orElseThrow());
    assertThat(around.ancestors()).hasSize(2).doesNotHaveDuplicates();
    assertThat(shown(one)).containsExactly(uri(answer));
    assertThat(shown(two)).containsExactly(uri(answer));
    assertThat(around(square.post(uri(one)).orElseThrow()).ancestors())
        .extracting(entry -> alice.sees(entry.post()).orElseThrow().uri())
        .containsExactly(uri(two));
  }

  @Test
  void a_post_that_answers_itself_stands_alone() {
    var self =
        serves(carol.note("self", "<p>me</p>").with("inReplyTo", carol.address("/notes/self")));

    reads(self);

    var around = around(square.post(uri(self)).orElseThrow());
    assertThat(around.ancestors()).isEmpty();
    assertThat(around.descendants()).isEmpty();
  }

  @Test
  void of_a_thread_of_five_thousand_posts_a_part_is_read_in_order() {
    var root = alice.posts("root");
    var ids = fill(root, 1_000, 4);

    var below = around(root).descendants().stream().map(PostEntry::post).toList();
    var deep = around(alice.sees(ids.get(999)).orElseThrow());

    assertThat(below).hasSize(250).doesNotHaveDuplicates();
    assertThat(parentsComeFirst(root.id(), below)).isTrue();
    assertThat(deep.ancestors())
        .extracting(PostEntry::post)
        .containsExactlyElementsOf(ids.subList(959, 999));
  }

  @Test
  void of_a_thousand_answers_to_one_post_the_oldest_are_read() {
    var root = alice.posts("root");
    var first = fill(root, 1, 999).getFirst();

    assertThat(around(root).descendants())
        .extracting(PostEntry::post)
        .containsExactlyElementsOf(Stream.iterate(first, id -> id + 1).limit(500).toList());
  }

  private boolean parentsComeFirst(long root, List<Long> below) {
    var parents =
        square
            .database()
            .list(
                "SELECT id, in_reply_to_id FROM post WHERE in_reply_to_id IS NOT NULL",
                row -> Map.entry(row.getLong("id"), row.getLong("in_reply_to_id")))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    var seen = new HashSet<>(List.of(root));
    return below.stream().allMatch(id -> seen.contains(parents.get(id)) && seen.add(id));
  }

  /** A chain of answers, each with more answers beside it; the ids of the chain. */
  private List<Long> fill(PostRow root, int depth, int beside) {
    var first = square.town().foundation().ids().next();
    var chain = Stream.iterate(first, id -> id + beside + 1).limit(depth).toList();
    square
        .database()
        .execute(
            """
            INSERT INTO post (id, uri, author_id, local, type, visibility, page, content,
                              in_reply_to_uri, in_reply_to_id, in_reply_to_author_id, published_at)
            SELECT id, 'https://x.example/' || id, $2::bigint, false, 'Note', 'public', 'x:', '<p>x</p>',
                   'x:', CASE WHEN n < $4 THEN $1::bigint ELSE $3::bigint + (n / $4 - 1) * $4 END, $2, now()
              FROM generate_series(0, $4::int * $5::int - 1) AS n, LATERAL (SELECT $3::bigint + n AS id) AS made
            """
                .replace("'x:'", "'https://x.example/'"),
            Tuple.of(root.id(), bob.id(), first, beside + 1, depth));
    square.database().execute("ANALYZE post");
    square
        .database()
        .execute(
            "UPDATE post SET replies = (SELECT count(*) FROM post AS r WHERE r.in_reply_to_id = post.id)");
    square
        .database()
        .execute(
            """
        INSERT INTO post_count (actor_id, posts) SELECT author_id, count(*) FROM post GROUP BY 1
        ON CONFLICT (actor_id) DO UPDATE SET posts = excluded.posts
        """);
    return chain;
  }
}
