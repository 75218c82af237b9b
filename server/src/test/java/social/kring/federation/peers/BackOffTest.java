package social.kring.federation.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private final BackOff backOff = new BackOff(() -> 0L);

  @Test
  void each_failure_in_a_row_doubles_the_wait_up_to_an_hour() {
    assertThat(backOff.after(1, Optional.empty())).isEqualTo(Duration.ofSeconds(5));
    assertThat(backOff.after(2, Optional.empty())).isEqualTo(Duration.ofSeconds(10));
    assertThat(backOff.after(5, Optional.empty())).isEqualTo(Duration.ofSeconds(80));
    assertThat(backOff.after(20, Optional.empty())).isEqualTo(Duration.ofHours(1));
    assertThat(backOff.after(Integer.MAX_VALUE, Optional.empty())).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_host_may_ask_for_more_but_not_for_less_and_not_for_ever() {
    assertThat(backOff.after(1, Optional.of(Duration.ofMinutes(10))))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(backOff.after(3, Optional.of(Duration.ofSeconds(1))))
        .isEqualTo(Duration.ofSeconds(20));
    assertThat(backOff.after(1, Optional.of(Duration.ofDays(400)))).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void waits_are_spread_so_that_hosts_are_not_asked_all_at_once() {
    var random = RandomGenerator.of("L64X128MixRandom");
    var spread = new BackOff(random);
    for (var i = 0; i < 100; i++) {
      assertThat(spread.after(1, Optional.empty()))
          .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    }
    assertThat(spread.after(1, Optional.empty())).isNotEqualTo(spread.after(1, Optional.empty()));
  }
}
