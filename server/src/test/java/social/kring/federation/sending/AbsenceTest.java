package social.kring.federation.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static social.kring.federation.sending.PostOffice.ALICE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.protocol.json.Tree;
import social.kring.testing.InboxPeer.Parcel;

/** A peer that is away, for minutes or for days, by a clock that the test moves. */
@Timeout(120)
class AbsenceTest {
  private static final Duration A_WEEK_LESS_AN_HOUR = Duration.ofDays(7).minusHours(1);
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final PostOffice office = new PostOffice();
  private final List<Instant> probes = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void after_ten_minutes_all_is_there_within_two_after_few_attempts_and_freshly_signed() {
    leaves();
    var ids = publish(200);
    office.pass(Duration.ofMinutes(10), Duration.ofSeconds(1));
    var attempts = probes.size();
    var back = office.clock.instant();
    returns();
    office.pass(Duration.ofSeconds(120), Duration.ofSeconds(1));

    assertThat(attempts).isBetween(5, 20);
    assertThat(arrivedSince(attempts)).extracting(Parcel::id).isEqualTo(ids);
    assertThat(arrivedSince(attempts))
        .allSatisfy(parcel -> assertThat(signedAt(parcel)).isAfterOrEqualTo(back));
    assertThat(office.waiting()).isZero();
  }

  @Test
  void after_a_week_less_an_hour_nothing_is_dropped_and_it_was_asked_once_an_hour_at_most() {
    leaves();
    var left = office.clock.instant();
    var ids = new ArrayList<>(publish(5));
    office.pass(AN_HOUR.multipliedBy(3), Duration.ofSeconds(30));
    ids.addAll(publish(5));
    passSwept(A_WEEK_LESS_AN_HOUR.minus(AN_HOUR.multipliedBy(3)));
    var asked = probes.size();
    var back = office.clock.instant();
    returns();
    passSwept(AN_HOUR.multipliedBy(2));

    assertThat(gaps(left.plus(AN_HOUR.multipliedBy(3))))
        .hasSizeGreaterThan(100)
        .allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(AN_HOUR));
    assertThat(arrivedSince(asked)).extracting(Parcel::id).isEqualTo(ids);
    assertThat(arrivedSince(asked))
        .allSatisfy(parcel -> assertThat(signedAt(parcel)).isAfterOrEqualTo(back));
    assertThat(office.sending.queue().parked(office.database)).isZero();
    assertThat(office.waiting()).isZero();
  }

  private void leaves() {
    office.fan(ALICE, "away", "ann");
    office.signer.set(
        (request, sender, dialect) -> request.with("Signature", office.clock.instant().toString()));
    office.outside.behaves(
        "away",
        (request, parcel) -> {
          probes.add(office.clock.instant());
          request.connection().close();
        });
  }

  private void returns() {
    office.outside.takesAll("away");
  }

  private List<String> publish(int count) {
    var ids = IntStream.range(0, count).mapToObj(i -> office.publish(ALICE)).toList();
    office.drain();
    return ids;
  }

  private void passSwept(Duration time) {
    var step = Duration.ofMinutes(5);
    for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
      office.clock.advance(step);
      office.sending.drain();
      office.sending.sweep().run(Tree.builder().build());
    }
  }

  private List<Parcel> arrivedSince(int before) {
    var all = office.outside.parcels("away");
    return all.subList(before, all.size());
  }

  private static Instant signedAt(Parcel parcel) {
    return Instant.parse(parcel.headers().get("signature"));
  }

  /** Between each probe and the next, from then on. */
  private List<Duration> gaps(Instant from) {
    var late = probes.stream().filter(from::isBefore).toList();
    return IntStream.range(1, late.size())
        .mapToObj(i -> Duration.between(late.get(i - 1), late.get(i)))
        .toList();
  }
}
