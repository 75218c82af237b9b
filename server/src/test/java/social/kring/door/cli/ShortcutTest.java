package social.kring.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortcutTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "--help", "run --help", "run now", "account create run", "rehearse"})
  void all_but_the_plain_words_is_left_to_the_command_tree(String typed) {
    assertThat(Shortcut.take(null, typed.split(" "))).isEmpty();
  }
}
