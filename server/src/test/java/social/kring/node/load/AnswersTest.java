package social.kring.node.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";

  private final Answers answers = new Answers();

  private int take(String text) {
    return answers.take(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void an_answer_is_whole_at_its_last_byte_wherever_it_is_cut() {
    for (var cut = 1; cut < ANSWER.length(); cut++) {
      assertThat(take(ANSWER.substring(0, cut))).isZero();
      assertThat(take(ANSWER.substring(cut))).isEqualTo(200);
    }
  }

  @Test
  void each_answer_has_its_own_status() {
    assertThat(take(ANSWER)).isEqualTo(200);
    assertThat(take("HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n")).isEqualTo(503);
    assertThat(take(ANSWER)).isEqualTo(200);
  }

  @Test
  void what_does_not_say_how_long_it_is_cannot_be_read() {
    assertThatIllegalStateException()
        .isThrownBy(() -> take("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"));
  }
}
