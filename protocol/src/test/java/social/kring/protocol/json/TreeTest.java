package social.kring.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.url.FediUrl;

class TreeTest {
  private static final FediUrl BOB = FediUrl.parse("https://peer.example/users/bob");

  private static final Tree TREE =
      StrictJson.parse(
          """
          {"string":"s","number":7,"decimal":1.5,"yes":true,"no":false,"nothing":null,
           "object":{"id":"https://peer.example/users/bob","x":1},
           "list":["a",1,true,null,{"id":"https://peer.example/users/bob"},["deep"],"b"],
           "id":"https://peer.example/users/bob","time":"2026-03-01T13:00:00+01:00"}
          """);

  @Test
  void a_property_of_the_type_asked_for_is_read() {
    assertThat(TREE.string("string")).contains("s");
    assertThat(TREE.number("number")).contains(7L);
    assertThat(TREE.decimal("decimal")).contains(1.5);
    assertThat(TREE.flag("yes")).contains(true);
    assertThat(TREE.flag("no")).contains(false);
    assertThat(TREE.instant("time")).contains(Instant.parse("2026-03-01T12:00:00Z"));
    assertThat(TREE.tree("object").flatMap(object -> object.number("x"))).contains(1L);
    assertThat(TREE.id("id")).contains(BOB);
    assertThat(TREE.id("object")).contains(BOB);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "absent", "list", "object", "string", "number", "yes"})
  void a_property_of_another_type_is_absent(String name) {
    assertThat(TREE.string(name).isPresent()).isEqualTo(name.equals("string"));
    assertThat(TREE.number(name).isPresent()).isEqualTo(name.equals("number"));
    assertThat(TREE.flag(name).isPresent()).isEqualTo(name.equals("yes"));
    assertThat(TREE.tree(name).isPresent()).isEqualTo(name.equals("object"));
    assertThat(TREE.isList(name)).isEqualTo(name.equals("list"));
    assertThat(TREE.instant(name)).isEmpty();
  }

  @Test
  void what_is_null_is_not_there_but_has_its_name() {
    assertThat(TREE.has("nothing")).isFalse();
    assertThat(TREE.has("string")).isTrue();
    assertThat(TREE.names()).contains("nothing").startsWith("string", "number").endsWith("time");
  }

  @Test
  void of_a_list_each_reader_takes_what_it_can() {
    assertThat(TREE.strings("list")).containsExactly("a", "b");
    assertThat(TREE.scalars("list")).containsExactly("a", "1", "true", "b");
    assertThat(TREE.objects("list")).hasSize(1);
    assertThat(TREE.ids("list")).containsExactly(BOB);
  }

  @Test
  void one_alone_is_a_list_of_one() {
    assertThat(TREE.strings("string")).containsExactly("s");
    assertThat(TREE.objects("object")).hasSize(1);
    assertThat(TREE.ids("id")).containsExactly(BOB);
    assertThat(TREE.strings("absent")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
    "2026-03-01T12:00:00.123456789Z, 2026-03-01T12:00:00.123456789Z",
    "2026-03-01T12:00:00-05:30, 2026-03-01T17:30:00Z",
    "2026-03-01T12:00Z, 2026-03-01T12:00:00Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
  })
  void times_are_read_with_their_offsets(String written, Instant instant) {
    assertThat(Tree.of(Map.of("t", written)).instant("t")).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-03-01",
        "2026-03-01T12:00:00",
        "2026-02-30T12:00:00Z",
        "2026-03-01T25:00:00Z",
        "+10000-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59-18:00",
        "-0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00+01:00"
      })
  void what_is_no_time_between_the_years_1_and_9999_is_absent(String written) {
    assertThat(Tree.of(Map.of("t", written)).instant("t")).isEmpty();
  }

  @Test
  void a_changed_tree_is_another() {
    var changed = TREE.with("string", "t").without("number").with("number", 8);
    assertThat(changed.string("string")).contains("t");
    assertThat(changed.names()).endsWith("number");
    assertThat(TREE.string("string")).contains("s");
    assertThat(TREE.number("number")).contains(7L);
    assertThat(TREE.without("absent")).isEqualTo(TREE).hasSameHashCodeAs(TREE);
  }

  @Test
  void a_builder_may_go_on_without_changing_what_it_built() {
    var builder = Tree.builder().put("a", 1);
    var first = builder.build();
    builder.put("b", 2);
    assertThat(first.names()).containsExactly("a");
  }

  @Test
  void all_kinds_of_values_are_written() {
    var tree =
        Tree.builder()
            .put("text", "x")
            .put("url", BOB)
            .put("flag", true)
            .put("int", 1)
            .put("long", 1L << 40)
            .put("double", 0.5)
            .put("big", new BigDecimal("1.25"))
            .put("time", Instant.parse("2026-03-01T12:00:00.9Z"))
            .put("tree", Tree.of(Map.of("a", 1)))
            .put("list", List.of("x", BOB, 1))
            .put("map", Map.of("a", List.of()))
            .put("some", Optional.of("x"))
            .put("none", Optional.empty())
            .put("null", null)
            .build();
    assertThat(tree)
        .hasToString(
            "{\"text\":\"x\",\"url\":\"https://peer.example/users/bob\",\"flag\":true,\"int\":1,"
                + "\"long\":1099511627776,\"double\":0.5,\"big\":1.25,"
                + "\"time\":\"2026-03-01T12:00:00Z\",\"tree\":{\"a\":1},"
                + "\"list\":[\"x\",\"https://peer.example/users/bob\",1],\"map\":{\"a\":[]},"
                + "\"some\":\"x\"}");
    assertThat(StrictJson.parse(tree.toBytes())).isEqualTo(tree);
  }

  @Test
  void a_letter_takes_the_bytes_that_it_takes() {
    assertThat(Tree.of(Map.of("a", "ü€😀")).toBytes()).hasSize("{'a':''}".length() + 2 + 3 + 4);
  }

  @Test
  void what_has_no_form_in_json_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tree.builder().put("a", new Object()));
    assertThatIllegalArgumentException().isThrownBy(() -> Tree.builder().put("a", List.of('c')));
  }

  @Test
  void names_cannot_be_changed_from_outside() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> TREE.names().clear());
    var map = TREE.toMap();
    map.clear();
    assertThat(TREE.has("string")).isTrue();
  }
}
