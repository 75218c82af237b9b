package social.kring.door.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngravedSerializerTest {
  private static final Marks NONE = new Marks(Optional.empty(), Optional.empty());

  private final EntityWriter writer = new EntityWriter();

  record Picture(
      String title,
      List<String> shownIn,
      @PerViewer Optional<Picture> copyOf,
      @PerViewer @JsonUnwrapped Marks marks,
      @JsonIgnore Engraving engraving)
      implements Engraved {

    Picture markedBy(Marks own) {
      return new Picture(title, shownIn, copyOf.map(it -> it.markedBy(own)), own, engraving);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Marks(Optional<Boolean> liked, Optional<List<String>> labels) {}

  record AllAlike(String title, @JsonIgnore Engraving engraving) implements Engraved {}

  private static Picture picture(String title, Optional<Picture> copyOf) {
    return new Picture(title, List.of("Oslo", "Łódź"), copyOf, NONE, new Engraving());
  }

  private static Marks liked(boolean liked) {
    return new Marks(Optional.of(liked), Optional.of(List.of("\"old\"")));
  }

  private String written(Object entity) {
    return new String(writer.bytes(entity), StandardCharsets.UTF_8);
  }

  @Test
  void each_viewer_gets_their_own_marks_on_what_is_alike() {
    var original = picture("Skrik \uD83D\uDE31 \"1893\"", Optional.empty());
    var copy = picture("Copy\n2", Optional.of(original));
    var alike =
        "{\"title\":\"Copy\\n2\",\"shown_in\":[\"Oslo\",\"Łódź\"],\"copy_of\":{\"title\":\"Skrik"
            + " \uD83D\uDE31 \\\"1893\\\"\",\"shown_in\":[\"Oslo\",\"Łódź\"],\"copy_of\":null%1$s}%1$s}";

    assertThat(written(copy)).isEqualTo(alike.formatted(""));
    for (var liked : List.of(true, false, true)) {
      assertThat(written(List.of(copy.markedBy(liked(liked)))))
          .isEqualTo(
              "[" + alike.formatted(",\"liked\":" + liked + ",\"labels\":[\"\\\"old\\\"\"]") + "]");
    }
    assertThat(written(copy)).isEqualTo(alike.formatted(""));
  }

  @Test
  void what_is_alike_is_written_once() {
    var first = picture("first", Optional.empty());
    written(first);

    var second = new Picture("second", List.of(), Optional.empty(), liked(true), first.engraving());

    assertThat(written(second)).contains("\"first\"", "\"liked\":true").doesNotContain("second");
  }

  @Test
  void who_marks_nothing_as_the_viewers_has_no_need_of_an_engraving() {
    assertThatThrownBy(() -> writer.bytes(new AllAlike("same", new Engraving())))
        .hasStackTraceContaining("is all alike, or not at all");
  }

  @Test
  void an_engraving_is_no_part_of_what_is_said() {
    assertThat(picture("one", Optional.empty())).isEqualTo(picture("one", Optional.empty()));
    assertThat(new Engraving()).hasSameHashCodeAs(new Engraving());
  }
}
