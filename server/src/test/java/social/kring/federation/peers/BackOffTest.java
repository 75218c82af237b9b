package social.kring.federation.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private final BackOff backOff = new BackOff(() -> 0L);

  @Test
  void each_failure_in_a_row_doubles_the_wait() {
    assertThat(after(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(after(2)).isEqualTo(Duration.ofSeconds(2));
    assertThat(after(6)).isEqualTo(Duration.ofSeconds(32));
  }

  @Test
  void a_host_that_is_away_for_ten_minutes_is_asked_at_least_every_two_and_no_more_than_20_times() {
    var failures = 0;
    for (var away = Duration.ZERO; away.toMinutes() < 10; away = away.plus(after(failures))) {
      failures++;
    }
    assertThat(failures).isLessThanOrEqualTo(20);
    assertThat(after(failures).multipliedBy(12).dividedBy(10)).isLessThan(Duration.ofMinutes(2));
  }

  @Test
  void a_host_that_is_away_for_long_is_asked_once_an_hour() {
    assertThat(after(16)).isEqualTo(Duration.ofMinutes(3));
    assertThat(after(17)).isEqualTo(Duration.ofMinutes(6));
    assertThat(after(21)).isEqualTo(Duration.ofHours(1));
    assertThat(after(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
  }

  private Duration after(int failures) {
    return backOff.after(failures, Optional.empty());
  }

  @Test
  void a_host_may_ask_for_more_but_not_for_less_and_not_for_ever() {
    assertThat(backOff.after(1, Optional.of(Duration.ofMinutes(10))))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(backOff.after(5, Optional.of(Duration.ofSeconds(1))))
        .isEqualTo(Duration.ofSeconds(16));
    assertThat(backOff.after(1, Optional.of(Duration.ofDays(400)))).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void waits_are_spread_so_that_hosts_are_not_asked_all_at_once() {
    var random = RandomGenerator.of("L64X128MixRandom");
    var spread = new BackOff(random);
    for (var i = 0; i < 100; i++) {
      assertThat(spread.after(1, Optional.empty()))
          .isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_200));
    }
    assertThat(spread.after(1, Optional.empty())).isNotEqualTo(spread.after(1, Optional.empty()));
  }
}
