package social.kring.community.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import social.kring.platform.storage.Ids;

class WordsTest {

  @Test
  void words_are_what_is_between_anything_else() {
    assertThat(Words.of("  It's a https://Example.org/path, #HashTag! "))
        .isEqualTo("it s a https example org path hashtag");
    assertThat(Words.of("東京 is Tokyo")).isEqualTo("東 京 is tokyo");
    assertThat(Words.of("ＦＵＬＬ width")).isEqualTo("full width");
    assertThat(Words.of("=sp'); DROP TABLE post; --")).isEqualTo("sp drop table post");
  }

  @Test
  void operators_are_read_and_what_is_none_is_words() {
    var query =
        QueryReader.read(
            "cats \"red dogs\" -birds -\"two words\" from:@bob@far.example has:image -is:reply"
                + " language:pt-BR in:library colour:blue has:nothing");

    assertThat(query.words()).isEqualTo("cats \"red dogs\" \"colour blue\" \"has nothing\"");
    assertThat(query.without()).containsExactly("birds", "\"two words\"");
    assertThat(query.authors()).containsExactly(new PostQuery.Author("@bob@far.example", false));
    assertThat(query.marks()).containsExactly("'=mimage'", "!'=r'", "'=lpt'");
    assertThat(query.scope()).isEqualTo(PostQuery.Scope.LIBRARY);
  }

  @Test
  void days_bound_the_ids() {
    var day = Ids.least(Instant.parse("2026-03-05T00:00:00Z"));
    var next = Ids.least(Instant.parse("2026-03-06T00:00:00Z"));

    assertThat(QueryReader.read("before:2026-03-05").span()).isEqualTo(new PostQuery.Span(0, day));
    assertThat(QueryReader.read("after:2026-03-05").span())
        .isEqualTo(new PostQuery.Span(next - 1, Long.MAX_VALUE));
    assertThat(QueryReader.read("during:2026-03-05").span())
        .isEqualTo(new PostQuery.Span(day - 1, next));
    assertThat(QueryReader.read("before:tomorrow").words()).isEqualTo("\"before tomorrow\"");
  }

  @Test
  void nothing_is_asked_for_by_nothing() {
    for (var text : List.of("", "  ", "...", "\"\"", "- -", "'=s'", "!&|():*")) {
      assertThat(QueryReader.read(text).words()).matches("s?");
    }
  }
}
