package social.kring.community.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns();
  private final List<String> done = new ArrayList<>();

  private boolean take(String host, Runnable work) {
    return turns.take(
        host,
        () -> {
          done.add(host);
          work.run();
        });
  }

  @Test
  void two_are_at_a_host_and_a_third_is_not() {
    var outcomes = new ArrayList<Boolean>();

    take(
        "one",
        () ->
            take(
                "one",
                () -> {
                  outcomes.add(take("one", () -> {}));
                  outcomes.add(take("two", () -> {}));
                }));

    assertThat(outcomes).containsExactly(false, true);
    assertThat(done).containsExactly("one", "one", "two");
    assertThat(take("one", () -> {})).isTrue();
  }

  @Test
  void who_fails_makes_room_too() {
    for (var i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  turns.take(
                      "one",
                      () -> {
                        throw new IllegalStateException("broken");
                      }))
          .hasMessage("broken");
    }
    assertThat(take("one", () -> {})).isTrue();
  }
}
