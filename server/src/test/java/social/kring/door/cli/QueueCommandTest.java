package social.kring.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;
import social.kring.federation.receiving.InboxQueue;
import social.kring.federation.sending.DeliveryQueue;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.events.EventQueue;
import social.kring.platform.jobs.JobQueue;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;
import social.kring.testing.OpenPremises;
import social.kring.testing.SteppingClock;
import social.kring.testing.TestPostgres;

@Timeout(60)
class QueueCommandTest {
  private static final String INBOX = "http://peer.example/inbox";

  private final Vertx vertx = Vertx.vertx();
  private final Database database = TestPostgres.shared().database(vertx);
  private final SteppingClock clock = new SteppingClock();
  private final JobQueue jobs = new JobQueue(new Ids(clock, new SecureRandom()), clock, () -> {});
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void fill() {
    activity(1, "parked", "java.lang.IllegalStateException: \u001b[2J");
    activity(2, null, null);
    activity(3, "done", null);
    delivery("2026-11-24T12:00Z", "answered 500");
    delivery(null, null);
    event("test.nobody", 7);
    database.transaction(
        tx -> {
          jobs.schedule(tx, "media.fetch", "9", Tree.of(Map.of("a", 1)), clock.instant());
          return true;
        });
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  @Test
  void everything_that_was_given_up_or_waits_has_one_line() {
    assertThat(kring("list")).isZero();
    assertThat(out.toString().lines().map(line -> line.split("\t")[0] + " " + line.split("\t")[1]))
        .containsExactly(
            "inbox:1 parked",
            "delivery:1 parked",
            "event:test.nobody/7 parked",
            "inbox:2 waiting",
            "delivery:2 waiting",
            jobLine());
  }

  private String jobLine() {
    return "job:%d due %s".formatted(jobs.waiting(database, 1).getFirst().id(), clock.instant());
  }

  @Test
  void what_was_given_up_can_be_listed_alone_and_says_why() {
    kring("list", "--parked");
    assertThat(out.toString().lines()).hasSize(3);
    assertThat(out.toString()).contains("answered 500").contains("IllegalStateException");
  }

  @Test
  void a_peer_writes_nothing_on_the_terminal() {
    kring("list");
    kring("show", "inbox:1");
    assertThat(out.toString()).doesNotContain("\u001b");
  }

  @Test
  void a_long_list_ends_with_a_hint() {
    kring("list", "--most", "1");
    assertThat(out.toString()).contains("maybe more waiting of delivery; see --most");
  }

  @Test
  void an_activity_is_tried_again() {
    assertThat(kring("retry", "inbox:1")).isZero();
    assertThat(state("inbox:1")).isEqualTo("waiting");
  }

  @Test
  void what_was_dropped_is_never_handled_and_stays_known() {
    assertThat(kring("drop", "inbox:1")).isZero();
    assertThat(kring("drop", "inbox:2")).isZero();
    assertThat(state("inbox:1")).isEqualTo("refused");
    assertThat(state("inbox:2")).isEqualTo("refused");
  }

  @Test
  void a_delivery_is_tried_again_or_dropped() {
    assertThat(kring("retry", "delivery:1")).isZero();
    assertThat(state("delivery:1")).isEqualTo("waiting");
    assertThat(kring("drop", "delivery:1")).isZero();
    assertThat(kring("show", "delivery:1")).isEqualTo(1);
  }

  @Test
  void what_is_not_there_or_not_given_up_is_said_in_one_line() {
    assertThat(kring("show", "inbox:99")).isEqualTo(1);
    assertThat(kring("show", "letter:1")).isEqualTo(1);
    assertThat(kring("show", "inbox:x")).isEqualTo(1);
    assertThat(kring("retry", "inbox:3")).isEqualTo(1);
    assertThat(kring("retry", "delivery:2")).isEqualTo(1);
    assertThat(err.toString().lines())
        .hasSize(5)
        .allSatisfy(line -> assertThat(line).startsWith("kring: "));
    assertThat(state("inbox:3")).isEqualTo("done");
  }

  @Test
  void a_name_without_a_queue_is_wrong_usage() {
    assertThat(kring("show", "17")).isEqualTo(2);
    assertThat(kring("list", "--most", "0")).isEqualTo(2);
  }

  @Test
  void an_event_that_its_consumer_fails_to_take_again_stays() {
    assertThat(kring("retry", "event:test.nobody/7")).isEqualTo(1);
    assertThat(err.toString()).contains("event 7 is no longer kept");
    assertThat(state("event:test.nobody/7")).isEqualTo("parked");
    assertThat(kring("drop", "event:test.nobody/7")).isZero();
    assertThat(kring("show", "event:test.nobody/7")).isEqualTo(1);
  }

  private String state(String name) {
    out.getBuffer().setLength(0);
    kring("show", name);
    return out.toString().lines().skip(1).findFirst().orElseThrow().split("\t")[1];
  }

  private int kring(String... arguments) {
    var typed = new java.util.ArrayList<>(List.of("queue"));
    typed.addAll(List.of(arguments));
    CommandLine line = CommandTree.of(new OpenPremises(this::onlyQueues), List.of());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
    return line.execute(typed.toArray(String[]::new));
  }

  /** A node of which nothing is open but its queues. */
  private OpenNode onlyQueues() {
    var queues =
        new Queues(
            new DeliveryQueue(clock, () -> {}),
            new InboxQueue(clock, () -> {}),
            new EventQueue(List.of(new Nobody())),
            jobs);
    return new OpenNode(database, null, null, null, null, queues, () -> null, () -> {});
  }

  private record Nobody() implements EventConsumer {
    @Override
    public String name() {
      return "test.nobody";
    }

    @Override
    public Set<String> kinds() {
      return Set.of();
    }

    @Override
    public void consume(List<Event> batch, Transaction tx) {
      throw new UnsupportedOperationException();
    }
  }

  private void activity(long id, String outcome, String reason) {
    database.execute(
        """
        INSERT INTO inbox_event (id, same, lane, activity, type, actor, signer, body, received_at,
                                 next_at, outcome, reason, handled_at)
        VALUES ($1, $2, $1, 'http://peer.example/1', 'Create', 'http://peer.example/bob',
                'http://peer.example/bob', '{}', $3, $4, $5, $6, $7)
        """,
        Tuple.of(id, Buffer.buffer(Long.toString(id)), now())
            .addOffsetDateTime(outcome == null ? now() : null)
            .addString(outcome)
            .addString(reason)
            .addOffsetDateTime(outcome == null ? null : now()));
  }

  private void delivery(String parkedAt, String reason) {
    database.execute(
        """
        INSERT INTO outgoing_activity (id, sender_id, body, queued_at)
        VALUES (1, 5, '{}', $1) ON CONFLICT DO NOTHING
        """,
        Tuple.of(now()));
    database.execute(
        """
        INSERT INTO delivery (activity_id, host, sender_id, inbox, reason, parked_at)
        VALUES (1, 'peer.example', 5, $1, $2, $3::text::timestamptz)
        """,
        Tuple.of(INBOX, reason, parkedAt));
  }

  private void event(String consumer, long number) {
    database.execute(
        """
        INSERT INTO event_failure
               (consumer, number, id, kind, subject, details, tries, reason, failed_at, parked_at)
        VALUES ($1, $2, 1, 'post.created', 4, '{}', 5, 'cannot take it', $3, $3)
        """,
        Tuple.of(consumer, number, now()));
  }

  private java.time.OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
