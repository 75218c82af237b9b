package social.kring.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TreeNumberTest {

  @Test
  void a_whole_number_keeps_all_its_digits() {
    var tree = StrictJson.parse("{\"id\":117349817238197247}");

    assertThat(tree.number("id")).contains(117_349_817_238_197_247L);
  }

  @Test
  void a_number_beyond_a_long_is_cut() {
    assertThat(StrictJson.parse("{\"n\":1e300}").number("n")).contains(Long.MAX_VALUE);
    assertThat(StrictJson.parse("{\"n\":2.9}").number("n")).contains(2L);
  }
}
