package social.kring.federation.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static social.kring.federation.sending.PostOffice.ALICE;
import static social.kring.federation.sending.PostOffice.CAROL;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.federation.peers.PeerPolicy;
import social.kring.federation.peers.SignatureDialect;
import social.kring.platform.events.Publication.Recipients;
import social.kring.protocol.Problem;
import social.kring.testing.InboxPeer.Parcel;

@Timeout(60)
class SendingTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final PostOffice office = new PostOffice();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void followers_on_one_host_get_one_delivery_at_their_shared_inbox() {
    office.fan(ALICE, "a", "ann");
    office.fan(ALICE, "a", "abe");
    office.fan(ALICE, "b", "ben");

    var id = office.publish(ALICE);
    office.drain();

    assertThat(office.outside.parcels()).hasSize(2);
    assertThat(office.outside.parcels("a"))
        .singleElement()
        .satisfies(
            parcel -> {
              assertThat(parcel.path()).isEqualTo("/inbox");
              assertThat(parcel.id()).isEqualTo(id);
              assertThat(parcel.headers())
                  .containsEntry("signature", "CAVAGE by " + ALICE)
                  .containsEntry("content-type", "application/activity+json");
            });
    assertThat(office.waiting()).isZero();
  }

  @Test
  void what_is_for_single_actors_goes_to_their_own_inboxes() {
    var ann = office.actor("a", "ann");

    office.publish(ALICE, List.of(Recipients.actor(ann), Recipients.actor(ann)));
    office.drain();

    assertThat(office.outside.parcels()).extracting(Parcel::path).containsExactly("/ann/inbox");
  }

  @Test
  void somebody_in_several_audiences_gets_one_delivery() {
    var ann = office.fan(ALICE, "a", "ann");

    office.publish(ALICE, List.of(Recipients.followers(ALICE), Recipients.actor(ann)));
    office.drain();

    assertThat(office.outside.parcels()).extracting(Parcel::path).containsExactly("/inbox");
  }

  @Test
  void nothing_is_sent_to_people_here_or_to_whom_is_suspended_or_deleted() {
    office.fan(ALICE, "a", "ann");
    office.fan(ALICE, "b", "ben");
    office.fan(ALICE, "c", "cat");
    office.database.execute("UPDATE actor SET local = true WHERE name = 'ann'");
    office.database.execute("UPDATE actor SET suspended_at = now() WHERE name = 'ben'");
    office.database.execute("UPDATE actor SET deleted_at = now() WHERE name = 'cat'");

    office.publish(ALICE);
    office.drain();

    assertThat(office.outside.parcels()).isEmpty();
    assertThat(count("outgoing_activity")).isZero();
  }

  @Test
  void a_host_that_was_suspended_meanwhile_gets_nothing() {
    office.fan(ALICE, "a", "ann");
    office.publish(ALICE);
    office.expand();
    office.database.transaction(
        tx -> {
          office.peers.decide(tx, office.outside.host("a"), PeerPolicy.SUSPENDED, "spam");
          return true;
        });

    office.drain();

    assertThat(office.outside.parcels()).isEmpty();
    assertThat(office.waiting()).isZero();
  }

  @Test
  void a_host_that_answers_503_for_a_while_gets_everything_in_order() {
    office.fan(ALICE, "a", "ann");
    var refusals = new AtomicInteger(3);
    office.outside.behaves(
        "a", (request, parcel) -> answer(request, refusals.getAndDecrement() > 0 ? 503 : 202));
    var ids = publish(ALICE, 5);

    office.drain();
    assertThat(office.outside.ids("a")).containsExactly(ids.getFirst());
    office.pass(A_MINUTE, Duration.ofSeconds(2));

    assertThat(office.outside.ids("a").subList(3, 8)).isEqualTo(ids);
    assertThat(office.outside.ids("a").subList(0, 3)).containsOnly(ids.getFirst());
    assertThat(office.waiting()).isZero();
  }

  @Test
  void a_host_that_is_down_is_tried_by_one_request_and_less_and_less_often() {
    for (var sender : List.of(ALICE, CAROL, 3L, 4L, 5L)) {
      office.fan(sender, "a", "fan" + sender);
      office.publish(sender);
    }
    office.outside.answers("a", 500);

    office.drain();
    assertThat(office.outside.parcels("a")).hasSize(1);
    office.pass(Duration.ofSeconds(30), Duration.ofSeconds(1));

    assertThat(office.outside.parcels("a")).hasSizeBetween(5, 6);
    assertThat(office.waiting()).isEqualTo(5);
  }

  @Test
  void dead_and_hanging_hosts_delay_nobody_else() throws Exception {
    var hanging = new ArrayList<HttpServerRequest>();
    for (var i = 0; i < 6; i++) {
      office.fan(ALICE, "hanging" + i, "fan");
      office.outside.behaves("hanging" + i, (request, parcel) -> hanging.add(request));
      office.fan(ALICE, "dead" + i + ".localhost:9", "fan");
    }
    var arrived = new CountDownLatch(3);
    office.fan(ALICE, "well", "fan");
    office.outside.behaves(
        "well",
        (request, parcel) -> {
          answer(request, 202);
          arrived.countDown();
        });
    office.database.transaction(
        tx -> {
          office.peers.succeeded(tx, office.outside.host("well"));
          return true;
        });
    office.sending = office.process("one", new SendingLimits(8, 4));
    publish(ALICE, 3);
    office.expand();
    office.sending.start();

    assertThat(arrived.await(2, TimeUnit.SECONDS)).isTrue();
    office.workers.close();
  }

  @Test
  void a_host_that_speaks_to_us_is_tried_at_once() {
    office.fan(ALICE, "a", "ann");
    office.outside.answers("a", 500);
    office.publish(ALICE);
    office.drain();
    office.outside.takesAll("a");
    office.sending.releases().work();
    office.drain();
    assertThat(office.outside.parcels("a")).hasSize(1);

    office.peers.heardFrom(office.database, office.outside.host("a"));
    office.sending.releases().work();
    office.drain();

    assertThat(office.outside.parcels("a")).hasSize(2);
    assertThat(office.waiting()).isZero();
  }

  @Test
  void new_activities_do_not_wake_a_host_that_rests() {
    office.fan(ALICE, "a", "ann");
    office.fan(CAROL, "a", "abe");
    office.outside.answers("a", 500);
    office.publish(ALICE);
    office.drain();

    office.publish(ALICE);
    office.publish(CAROL);
    office.drain();

    assertThat(office.outside.parcels("a")).hasSize(1);
    assertThat(office.waiting()).isEqualTo(3);
  }

  @Test
  void an_inbox_that_is_gone_is_asked_once_and_never_again() {
    office.fan(ALICE, "a", "ann");
    office.outside.answers("a", 410);
    publish(ALICE, 3);

    office.drain();
    office.publish(ALICE);
    office.drain();
    office.pass(Duration.ofMinutes(10), A_MINUTE);

    assertThat(office.outside.parcels("a")).hasSize(1);
    assertThat(office.waiting()).isZero();
  }

  @Test
  void an_inbox_that_goes_while_it_gets_more_is_not_asked_for_that() {
    office.fan(ALICE, "a", "ann");
    office.fan(ALICE, "b", "bob");
    publish(ALICE, 10);
    office.expand();
    office.database.execute(
        "INSERT INTO inbox_gone (inbox, gone_at) VALUES ($1, now())",
        Tuple.of("http://" + office.outside.host("a") + "/inbox"));

    office.drain();

    assertThat(office.outside.parcels("a")).isEmpty();
    assertThat(office.outside.parcels("b")).hasSize(10);
    assertThat(office.waiting()).isZero();
  }

  @Test
  void a_refused_delivery_is_dropped_and_counted_and_the_next_one_goes() {
    office.fan(ALICE, "a", "ann");
    office.outside.answers("a", 404);
    publish(ALICE, 2);

    office.drain();

    assertThat(office.outside.parcels("a")).hasSize(2);
    assertThat(office.waiting()).isZero();
    assertThat(office.sending.queue().refusals(office.database))
        .containsExactly(new Refusal(office.outside.host("a"), "answered 404", 2));
  }

  @Test
  void too_many_requests_are_answered_by_waiting_as_long_as_asked() {
    office.fan(ALICE, "a", "ann");
    var first = new AtomicInteger(1);
    office.outside.behaves(
        "a",
        (request, parcel) -> {
          if (first.getAndDecrement() > 0) request.response().putHeader("Retry-After", "120");
          answer(request, first.get() >= 0 ? 429 : 202);
        });
    office.publish(ALICE);
    office.drain();

    office.pass(Duration.ofSeconds(119), Duration.ofSeconds(7));
    assertThat(office.outside.parcels("a")).hasSize(1);
    office.pass(Duration.ofSeconds(40), Duration.ofSeconds(5));

    assertThat(office.outside.parcels("a")).hasSize(2);
    assertThat(office.waiting()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void a_date_to_wait_for_is_honoured_too(int status) {
    office.fan(ALICE, "a", "ann");
    var until = office.clock.instant().plus(Duration.ofMinutes(10)).atOffset(ZoneOffset.UTC);
    office.outside.behaves(
        "a",
        (request, parcel) -> {
          request
              .response()
              .putHeader("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(until));
          answer(request, status);
        });
    office.publish(ALICE);
    office.drain();

    office.pass(Duration.ofMinutes(9), A_MINUTE);
    assertThat(office.outside.parcels("a")).hasSize(1);
    office.outside.takesAll("a");

    office.pass(Duration.ofMinutes(4), A_MINUTE);
    assertThat(office.outside.parcels("a")).hasSize(2);
  }

  @Test
  void who_does_not_know_the_newer_signatures_gets_the_older_from_then_on() {
    office.fan(ALICE, "a", "ann");
    office.peers.speaks(office.database, office.outside.host("a"), SignatureDialect.RFC9421);
    office.outside.behaves(
        "a",
        (request, parcel) -> answer(request, signature(parcel).startsWith("RFC9421") ? 401 : 202));
    publish(ALICE, 2);
    office.drain();
    office.publish(ALICE);
    office.drain();

    assertThat(office.outside.parcels("a"))
        .extracting(parcel -> signature(parcel).split(" ")[0])
        .containsExactly("RFC9421", "CAVAGE", "CAVAGE", "CAVAGE");
    assertThat(office.waiting()).isZero();
  }

  @Test
  void who_refuses_both_kinds_of_signatures_is_not_thought_to_speak_the_older() {
    office.fan(ALICE, "a", "ann");
    var host = office.outside.host("a");
    office.peers.speaks(office.database, host, SignatureDialect.RFC9421);
    office.outside.answers("a", 401);

    office.publish(ALICE);
    office.drain();
    office.pass(Duration.ofMinutes(3), Duration.ofSeconds(10));

    assertThat(office.waiting()).isZero();
    assertThat(office.outside.parcels("a")).hasSize(10);
    assertThat(office.sending.queue().refusals(office.database))
        .containsExactly(new Refusal(host, "answered 401", 1));
    assertThat(office.peers.find(office.database, host).orElseThrow().dialect())
        .isEqualTo(SignatureDialect.RFC9421);
  }

  @Test
  void a_peer_that_cannot_check_the_signature_just_now_gets_everything_in_order() {
    office.fan(ALICE, "a", "ann");
    var doubts = new AtomicInteger(2);
    office.outside.behaves(
        "a", (request, parcel) -> answer(request, doubts.getAndDecrement() > 0 ? 401 : 202));
    var ids = publish(ALICE, 2);

    office.drain();
    office.pass(A_MINUTE, Duration.ofSeconds(10));

    assertThat(office.outside.ids("a").subList(2, 4)).isEqualTo(ids);
    assertThat(office.waiting()).isZero();
  }

  @Test
  void an_activity_that_a_host_chokes_on_delays_no_other_sender_for_long() {
    office.fan(ALICE, "a", "ann");
    office.fan(CAROL, "a", "abe");
    var poison = office.publish(ALICE);
    office.outside.behaves(
        "a", (request, parcel) -> answer(request, parcel.id().equals(poison) ? 500 : 202));
    office.drain();
    for (var i = 0; i < 20; i++) {
      office.publish(CAROL);
      office.pass(Duration.ofSeconds(10), Duration.ofSeconds(5));
    }
    var before = office.outside.parcels("a").size();

    var hers = office.publish(CAROL);
    office.drain();

    assertThat(office.outside.ids("a").subList(before, before + 1)).containsExactly(hers);
    assertThat(office.outside.ids("a").stream().filter(poison::equals).count()).isLessThan(10);
    assertThat(office.waiting()).isEqualTo(1);
  }

  @Test
  void an_answer_that_is_no_use_counts_by_its_status() {
    office.fan(ALICE, "a", "ann");
    office.outside.behaves(
        "a", (request, parcel) -> request.response().setStatusCode(200).end("x".repeat(100_000)));

    office.publish(ALICE);
    office.drain();

    assertThat(office.waiting()).isZero();
  }

  @Test
  void what_cannot_be_signed_is_parked_after_five_tries_and_delays_no_other_sender() {
    office.fan(ALICE, "a", "ann");
    office.fan(CAROL, "a", "abe");
    var signing = office.signer.get();
    office.signer.set(
        (request, sender, dialect) -> {
          if (sender == ALICE) throw Problem.notFound("no key");
          return signing.sign(request, sender, dialect);
        });
    office.publish(ALICE);
    var hers = office.publish(CAROL);

    office.drain();
    assertThat(office.outside.ids("a")).containsExactly(hers);
    office.pass(Duration.ofMinutes(2), Duration.ofSeconds(5));

    assertThat(office.waiting()).isZero();
    assertThat(office.sending.queue().page(office.database, 0, 10))
        .singleElement()
        .satisfies(
            delivery -> {
              assertThat(delivery.fate().tries()).isEqualTo(5);
              assertThat(delivery.fate().reason()).contains("cannot be signed: no key");
              assertThat(delivery.fate().parkedAt()).isPresent();
            });
  }

  @Test
  void after_seven_days_a_delivery_is_parked_with_its_reason_and_can_be_tried_again() {
    office.fan(ALICE, "a", "ann");
    office.outside.answers("a", 500);
    var id = office.publish(ALICE);
    office.drain();
    office.clock.advance(Duration.ofDays(6));
    sweep();
    assertThat(office.waiting()).isEqualTo(1);
    office.clock.advance(Duration.ofDays(2));
    sweep();
    office.outside.takesAll("a");
    office.drain();
    assertThat(office.outside.parcels("a")).hasSize(1);
    var parked = office.sending.queue().page(office.database, 0, 10);
    assertThat(parked.getFirst().fate().reason()).contains("answered 500");
    assertThat(office.sending.queue().parked(office.database)).isEqualTo(1);

    office.database.transaction(
        tx -> office.sending.queue().retry(tx, List.of(parked.getFirst().id())));
    office.drain();

    assertThat(office.outside.ids("a")).containsExactly(id, id);
    assertThat(count("delivery")).isZero();
  }

  @Test
  void activities_go_once_nobody_waits_for_them() {
    office.fan(ALICE, "a", "ann");
    office.fan(ALICE, "b", "ben");
    office.outside.answers("b", 500);
    office.publish(ALICE);
    office.drain();
    office.clock.advance(A_MINUTE.multipliedBy(2));
    sweep();
    assertThat(count("outgoing_activity")).isEqualTo(1);

    office.outside.takesAll("b");
    office.drain();
    sweep();

    assertThat(count("outgoing_activity")).isZero();
    assertThat(count("delivery_lane")).isZero();
    assertThat(count("delivery_host")).isZero();
  }

  @Test
  void what_a_process_had_taken_when_it_died_is_sent_by_it_when_it_is_back() {
    office.fan(ALICE, "a", "ann");
    var ids = publish(ALICE, 3);
    office.expand();
    dieWithLane();
    office.drain();
    assertThat(office.outside.parcels()).isEmpty();

    office.sending = office.process("one");
    office.sending.prepare();
    office.drain();

    assertThat(office.outside.ids("a")).isEqualTo(ids);
  }

  @Test
  void what_a_process_had_taken_when_it_died_is_sent_by_others_when_the_lease_is_over() {
    office.fan(ALICE, "a", "ann");
    var ids = publish(ALICE, 3);
    office.expand();
    dieWithLane();
    office.sending = office.process("two");
    office.drain();
    assertThat(office.outside.parcels()).isEmpty();

    office.clock.advance(Claims.LEASE);
    office.drain();

    assertThat(office.outside.ids("a")).isEqualTo(ids);
  }

  @Test
  void a_process_that_starts_tries_hosts_that_were_down() {
    office.fan(ALICE, "a", "ann");
    office.outside.answers("a", 500);
    office.publish(ALICE);
    office.drain();
    office.outside.takesAll("a");

    office.sending.prepare();
    office.drain();

    assertThat(office.outside.parcels("a")).hasSize(2);
  }

  @Test
  void at_most_four_actors_at_once_and_one_delivery_each_are_under_way_to_a_host()
      throws Exception {
    office.database.transaction(
        tx -> {
          office.peers.succeeded(tx, office.outside.host("a"));
          return true;
        });
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var bySender = new java.util.concurrent.ConcurrentHashMap<String, AtomicInteger>();
    var arrived = new CountDownLatch(40);
    var twice = new AtomicInteger();
    office.outside.behaves(
        "a",
        (request, parcel) -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          var mine = bySender.computeIfAbsent(signature(parcel), key -> new AtomicInteger());
          if (mine.incrementAndGet() > 1) twice.incrementAndGet();
          // Longer than the turnstile counts those that are not back.
          office.vertx.setTimer(
              1_200,
              timer -> {
                inside.decrementAndGet();
                mine.decrementAndGet();
                answer(request, 202);
                arrived.countDown();
              });
        });
    for (var sender = 10L; sender < 20; sender++) {
      office.fan(sender, "a", "fan" + sender);
      publish(sender, 4);
    }
    office.expand();
    office.sending.start();

    assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
    office.workers.close();
    office.sending.close();
    assertThat(most).hasValue(4);
    assertThat(twice).hasValue(0);
    assertThat(office.waiting()).isZero();
  }

  @Test
  void many_hosts_get_everything_once_and_in_the_order_of_each_sender() {
    var senders = List.of(ALICE, CAROL);
    IntStream.range(0, 30)
        .forEach(host -> senders.forEach(s -> office.fan(s, "h" + host, "fan" + s)));
    var ids = new ArrayList<String>();
    for (var i = 0; i < 10; i++) senders.forEach(sender -> ids.add(office.publish(sender)));

    office.drain();

    IntStream.range(0, 30)
        .forEach(
            host ->
                senders.forEach(
                    sender ->
                        assertThat(
                                office.outside.parcels("h" + host).stream()
                                    .filter(p -> signature(p).endsWith("by " + sender))
                                    .map(Parcel::id))
                            .isEqualTo(everySecond(ids, senders.indexOf(sender)))));
    assertThat(office.waiting()).isZero();
  }

  @Test
  void operators_can_drop_what_waits() {
    office.fan(ALICE, "a", "ann");
    office.outside.answers("a", 500);
    publish(ALICE, 2);
    office.drain();
    var queue = office.sending.queue();
    var waiting = queue.page(office.database, 0, 10).stream().map(QueuedDelivery::id).toList();
    assertThat(waiting).hasSize(2);

    office.database.transaction(
        tx -> {
          queue.drop(tx, waiting);
          return true;
        });
    office.pass(Duration.ofMinutes(10), A_MINUTE);

    assertThat(office.outside.parcels("a")).hasSize(1);
    assertThat(count("delivery_lane")).isZero();
  }

  /** Takes what there is and is never heard of again. */
  private void dieWithLane() {
    assertThat(new Claims(office.database, office.clock, "one", 4).claim(10, 10)).isNotEmpty();
  }

  private void sweep() {
    office.sending.sweep().run(social.kring.protocol.json.Tree.builder().build());
  }

  private List<String> publish(long sender, int times) {
    return IntStream.range(0, times).mapToObj(i -> office.publish(sender)).toList();
  }

  private long count(String table) {
    return office
        .database
        .one("SELECT count(*) FROM " + table, row -> row.getLong(0))
        .orElseThrow();
  }

  private static String signature(Parcel parcel) {
    return parcel.headers().get("signature");
  }

  private static void answer(HttpServerRequest request, int status) {
    request.response().setStatusCode(status).end();
  }

  private static List<String> everySecond(List<String> all, int first) {
    return IntStream.range(0, all.size()).filter(i -> i % 2 == first).mapToObj(all::get).toList();
  }
}
