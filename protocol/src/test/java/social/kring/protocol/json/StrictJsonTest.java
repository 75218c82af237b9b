package social.kring.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;
import social.kring.protocol.Problem.Kind;

class StrictJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " {\t\"a\" :\r\n1 } ",
        "{\"\":\"\"}",
        "{\"a\":[null,true,false,0,-0,1.5e3,{}]}",
        "{\"a\":\"\\u00e9\\ud83d\\ude00\\n\\/\"}",
        "{\"a\":\"é😀\\u007f\"}",
        "{\"a\":1e308,\"b\":-1e308,\"c\":1e-300}",
        "{\"a\":1234567890123456789012345678901234567890}",
        "{\"a\":{\"b\":1},\"b\":{\"a\":1}}"
      })
  void an_object_as_the_standard_has_it_is_read(String text) {
    var tree = StrictJson.parse(text);
    assertThat(StrictJson.parse(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(tree);
    assertThat(StrictJson.parse(tree.toBytes())).isEqualTo(tree);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "\"a\"",
        "[]",
        "[{}]",
        "{",
        "}",
        "{}}",
        "{} {}",
        "{}x",
        "{}/* comment */",
        "// comment\n{}",
        "{a:1}",
        "{'a':1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "{\"a\":[1,]}",
        "{\"a\":[1 2]}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":5.}",
        "{\"a\":0x1}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":True}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"",
        "\ufeff{}"
      })
  void anything_else_is_malformed(String text) {
    assertMalformed(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"x\":{\"a\":1,\"b\":2,\"a\":3}}",
        "{\"x\":[{\"a\":{},\"a\":[]}]}"
      })
  void a_name_that_comes_twice_is_malformed(String text) {
    assertMalformed(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"\\u0000\"}",
        "{\"a\":\"x\\u0000y\"}",
        "{\"\\u0000\":1}",
        "{\"a\":[[{\"b\":\"\\u0000\"}]]}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00\"}",
        "{\"a\":\"\\udc00\\ud800\"}",
        "{\"a\":\"\\ud800\\ud800\\udc00\"}",
        "{\"a\":\"\\ud800x\"}",
        "{\"\\udfff\":1}",
        "{\"a\":\"\ud800\"}"
      })
  void text_that_cannot_be_stored_is_malformed(String text) {
    assertMalformed(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "-1e400",
        "1e309",
        "1e-400",
        "1e2147483647",
        "1e2147483648",
        "1e-2147483648",
        "1e99999999999999999999",
        "0.1e-2147483648"
      })
  void a_number_beyond_a_double_is_malformed(String number) {
    assertMalformed("{\"a\":" + number + "}");
    assertMalformed("{\"a\":[{\"b\":" + number + "}]}");
  }

  @Test
  void nothing_is_nothing_whatever_its_exponent() {
    assertThat(StrictJson.parse("{\"a\":0e400}").decimal("a")).contains(0.0);
  }

  @Test
  void numbers_names_depth_and_size_have_limits() {
    StrictJson.parse("{\"a\":" + "9".repeat(64) + "}");
    assertMalformed("{\"a\":" + "9".repeat(65) + "}");
    assertMalformed("{\"a\":0." + "9".repeat(65) + "}");
    StrictJson.parse("{\"" + "n".repeat(2_048) + "\":1}");
    assertMalformed("{\"" + "n".repeat(20_000) + "\":1}");
    StrictJson.parse(nested(64));
    assertMalformed(nested(65));
    assertMalformed("{\"a\":".repeat(100_000));
    assertMalformed("{\"a\":" + "[".repeat(100_000));
  }

  @Test
  void a_document_of_a_mebibyte_is_read_and_a_longer_one_too_large() {
    var longest = "{\"a\":\"" + "x".repeat(StrictJson.LARGEST - 8) + "\"}";
    assertThat(StrictJson.parse(longest.getBytes(StandardCharsets.UTF_8)).has("a")).isTrue();
    assertThat(StrictJson.parse(longest).has("a")).isTrue();
    for (var longer : new String[] {longest + " ", longest.replace("xx", "xxx")}) {
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> StrictJson.parse(longer.getBytes(StandardCharsets.UTF_8)))
          .matches(problem -> problem.kind() == Kind.TOO_LARGE);
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> StrictJson.parse(longer))
          .matches(problem -> problem.kind() == Kind.TOO_LARGE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7b2261223a22c080227d",
        "7b2261223a22eda080227d",
        "7b2261223a22ff227d",
        "7b2261223a22c3227d",
        "7b2261223a22f4908080227d",
        "7b2261223a22e9227d",
        "efbbbf7b7d",
        "fffe7b007d00",
        "feff007b007d",
        "7b007d00",
        "0000007b0000007d"
      })
  void octets_that_are_not_utf_8_are_malformed(String hex) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> StrictJson.parse(HexFormat.of().parseHex(hex)))
        .matches(problem -> problem.kind() == Kind.MALFORMED);
  }

  @Property(tries = 2_000)
  void any_octets_are_an_object_or_malformed(@ForAll byte[] octets) {
    readOrMalformed(new String(octets, StandardCharsets.ISO_8859_1));
    try {
      StrictJson.parse(octets);
    } catch (Problem problem) {
      assertThat(problem.kind()).isEqualTo(Kind.MALFORMED);
    }
  }

  @Property(tries = 5_000)
  void anything_like_json_is_an_object_or_malformed(@ForAll("likely") String text) {
    readOrMalformed(text);
  }

  @Property
  void any_text_that_can_be_stored_comes_back(@ForAll String name, @ForAll String value) {
    var tree = Tree.of(Map.of(name, value));
    if (storable(name) && storable(value)) {
      assertThat(StrictJson.parse(tree.toBytes())).isEqualTo(tree);
      assertThat(StrictJson.parse(tree.toString())).isEqualTo(tree);
    } else {
      assertMalformed(tree.toString());
    }
  }

  @Provide
  Arbitrary<String> likely() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"a\"",
            "\"b\"",
            "\"",
            "\\u0000",
            "\\ud800",
            "\\udc00",
            "\\",
            "1",
            "-",
            "0",
            ".5",
            "e9",
            "E+99999999999",
            "true",
            "null",
            "NaN",
            " ",
            "/*",
            "\u0000",
            "\ud83d",
            "{\"a\":",
            "\"x\":[",
            "é")
        .list()
        .ofMaxSize(15)
        .map(parts -> "{\"a\":" + String.join("", parts));
  }

  private static void readOrMalformed(String text) {
    try {
      var tree = StrictJson.parse(text);
      assertThat(StrictJson.parse(tree.toBytes())).isEqualTo(tree);
    } catch (Problem problem) {
      assertThat(problem.kind()).isEqualTo(Kind.MALFORMED);
      assertThat(problem.getMessage()).isNotBlank();
    }
  }

  private static boolean storable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  private static String nested(int depth) {
    return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
  }

  private static void assertMalformed(String text) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> StrictJson.parse(text))
        .matches(problem -> problem.kind() == Kind.MALFORMED);
  }
}
