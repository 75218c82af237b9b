package social.kring.protocol.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/** Against RFC 8785's own examples. */
class CanonicalJsonTest {

  @Test
  void the_example_of_section_3_2_comes_out_as_section_3_2_4_says() {
    var canonical =
        canonical(
            """
            {
              "numbers": [333333333.33333329, 1E30, 4.50,
                          2e-3, 0.000000000000000000000000001],
              "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
              "literals": [null, true, false]
            }
            """);

    assertThat(canonical)
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void properties_are_sorted_by_utf_16_code_units_as_in_section_3_2_3() {
    var canonical =
        canonical(
            """
            {
              "\\u20ac": "Euro Sign",
              "\\r": "Carriage Return",
              "\\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\\ud83d\\ude00": "Emoji: Grinning Face",
              "\\u0080": "Control",
              "\\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """);

    assertThat(canonical.replaceAll("[^:]*:\"([^\"]*)\"[,}]", "$1|"))
        .isEqualTo(
            "Carriage Return|One|Control|Latin Small Letter O With Diaeresis|Euro Sign"
                + "|Emoji: Grinning Face|Hebrew Letter Dalet With Dagesh|");
  }

  /** Appendix B: the bits of a double, and how it is written. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void a_number_is_written_as_ecmascript_does(String bits, String written) {
    var value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

    assertThat(canonical(Tree.of(Map.of("n", value)))).isEqualTo("{\"n\":" + written + "}");
  }

  @Test
  void a_decimal_is_the_same_however_it_was_written() {
    assertThat(canonical("{\"n\":1.0}")).isEqualTo("{\"n\":1}");
    assertThat(canonical("{\"n\":100e-2}")).isEqualTo("{\"n\":1}");
    assertThat(canonical("{\"n\":-0.0}")).isEqualTo("{\"n\":0}");
    assertThat(canonical("{\"n\":117349817238197247}")).isEqualTo("{\"n\":117349817238197250}");
  }

  @Property(tries = 500)
  void it_is_valid_and_says_the_same_and_nothing_changes_it_further(
      @ForAll("documents") String document) {
    var canonical = canonical(document);

    assertThat(StrictJson.parse(canonical)).isEqualTo(StrictJson.parse(document));
    assertThat(canonical(canonical)).isEqualTo(canonical);
  }

  @Provide
  Arbitrary<String> documents() {
    var text =
        Arbitraries.strings()
            .withCharRange('\u0001', '\ud7ff')
            .withChars('"', '\\', '/', '\b', '\f', '\n', '\r', '\t', '\u2028', '\u007f', '\ufffd')
            .ofMaxLength(12);
    return text.tuple3().map(t -> json(t.get1(), t.get2(), t.get3()));
  }

  private static String json(String name, String first, String second) {
    return Tree.builder()
        .put(name, List.of(first, 12, true))
        .put(name + "2", Map.of(second, first))
        .build()
        .toString();
  }

  private static String canonical(String json) {
    return canonical(StrictJson.parse(json));
  }

  private static String canonical(Tree tree) {
    return new String(CanonicalJson.of(tree), StandardCharsets.UTF_8);
  }
}
