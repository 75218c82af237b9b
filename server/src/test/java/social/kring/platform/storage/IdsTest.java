package social.kring.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import social.kring.testing.SteppingClock;

class IdsTest {
  private final SteppingClock clock = new SteppingClock();
  private final Ids ids = new Ids(clock, RandomGenerator.getDefault());

  @Test
  void each_id_is_greater_than_the_one_before_also_within_a_millisecond() {
    var made = LongStream.generate(ids::next).limit(10_000).boxed().toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @RepeatedTest(20)
  void what_comes_from_outside_sorts_before_what_is_made_here_at_the_same_time_or_later() {
    var fromOutside = ids.at(clock.instant());
    var fromTheFuture = ids.at(clock.instant().plus(Duration.ofDays(1)));

    assertThat(ids.next()).isGreaterThan(fromOutside).isGreaterThan(fromTheFuture);
  }

  @RepeatedTest(20)
  void what_comes_from_another_time_sorts_among_the_ids_of_then() {
    var before = ids.next();
    clock.advance(Duration.ofHours(1));
    var then = clock.instant();
    clock.advance(Duration.ofHours(1));
    var after = ids.next();

    assertThat(ids.at(then)).isBetween(before, after);
    assertThat(Ids.instant(ids.at(then))).isEqualTo(then);
  }

  @Test
  void what_others_date_to_the_second_gets_ids_of_its_own() {
    var second = clock.instant();
    clock.advance(Duration.ofHours(1));

    var made = LongStream.generate(() -> ids.around(second)).limit(2_000).boxed().toList();

    assertThat(made).doesNotHaveDuplicates();
    assertThat(made)
        .allSatisfy(id -> assertThat(Ids.instant(id)).isBetween(second, second.plusMillis(999)));
    var exact = second.plusMillis(5);
    assertThat(Ids.instant(ids.around(exact))).isEqualTo(exact);
  }
}
