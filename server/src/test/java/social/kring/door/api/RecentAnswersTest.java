package social.kring.door.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.kring.testing.SteppingClock;

class RecentAnswersTest {
  private static final Asked ASKED = new Asked("a.example", "/home", Optional.of("Bearer one"));

  private final SteppingClock clock = new SteppingClock();
  private final RecentAnswers recent = new RecentAnswers(clock);
  private final ApiAnswer answer = new ApiAnswer(Buffer.buffer("[]"), Optional.of("next"));

  @BeforeEach
  void keep() {
    recent.keep(ASKED, "10:10:", clock.instant(), answer);
  }

  @Test
  void while_nothing_is_written_an_answer_holds_for_a_moment() {
    clock.advance(Duration.ofMillis(999));
    assertThat(recent.find(ASKED, "10:10:")).contains(answer);

    clock.advance(Duration.ofMillis(1));
    assertThat(recent.find(ASKED, "10:10:")).isEmpty();
  }

  @Test
  void once_something_is_written_it_holds_no_more() {
    assertThat(recent.find(ASKED, "10:11:")).isEmpty();
    assertThat(recent.find(ASKED, "10:11:10")).isEmpty();
  }

  @Test
  void it_is_the_answer_to_nothing_else() {
    assertThat(recent.find(new Asked("b.example", "/home", ASKED.authorization()), "10:10:"))
        .isEmpty();
    assertThat(
            recent.find(new Asked("a.example", "/home?limit=1", ASKED.authorization()), "10:10:"))
        .isEmpty();
    assertThat(recent.find(new Asked("a.example", "/home", Optional.of("Bearer two")), "10:10:"))
        .isEmpty();
    assertThat(recent.find(new Asked("a.example", "/home", Optional.empty()), "10:10:")).isEmpty();
  }
}
