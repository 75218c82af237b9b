package social.kring.platform.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class AlarmsTest {
  private final Alarms alarms = new Alarms(Clock.systemUTC());

  @Test
  void an_alarm_says_what_is_wrong_now_until_it_is_cleared() {
    alarms.raise("disk", "10 MiB are free");
    alarms.raise("jobs", "the first waits for 90 s");
    alarms.raise("disk", "5 MiB are free");
    assertThat(alarms.now())
        .containsExactly(
            java.util.Map.entry("disk", "5 MiB are free"),
            java.util.Map.entry("jobs", "the first waits for 90 s"));
    alarms.clear("disk");
    alarms.clear("never raised");
    assertThat(alarms.now()).containsOnlyKeys("jobs");
  }
}
