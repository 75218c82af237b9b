package social.kring.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\t", "\u001b", "\u009b", "\u0007", "\u202e", "\u2028"})
  void what_a_terminal_would_obey_is_left_out(String control) {
    assertThat(Printable.of("Grüße" + control + "[2J 🎉")).isEqualTo("Grüße [2J 🎉");
  }
}
