package social.kring.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;

class StructuredFieldTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a=1 | a=1",
        "a=-0 | a=0",
        "a=007 | a=7",
        "a=999999999999999 | a=999999999999999",
        "a=1.50 | a=1.5",
        "a=-2.0 | a=-2.0",
        "a=\"x \\\"y\\\" \\\\z\" | a=\"x \\\"y\\\" \\\\z\"",
        "a=to*ken/x:y | a=to*ken/x:y",
        "a=*tok | a=*tok",
        "a=:aGk=: | a=:aGk=:",
        "a=:: | a=::",
        "a=?0 | a=?0",
        "a=?1 | a=?1",
        "a=@1659578233 | a=@1659578233",
        "a=%\"f%c3%bc\" | a=%\"f%c3%bc\"",
        "a=();b | a=();b",
        "a=( \"x\"  \"y\";p=1 );q;r=?0 | a=(\"x\" \"y\";p=1);q;r=?0",
        "a=1;x;  y=2 | a=1;x;y=2",
        "a=1 \t,\t b=2 | a=1, b=2",
        "*a_b-c.d*=1 | *a_b-c.d*=1"
      })
  void what_the_standard_allows_is_read_and_written_in_its_one_form(String read, String written) {
    assertThat(written(read)).isEqualTo(written);
  }

  @Test
  void a_name_alone_is_true() {
    assertThat(written("a")).isEqualTo("a=?1");
    assertThat(written("a;b=?1")).isEqualTo("a=?1;b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "a=1,",
        "a=1,,b=2",
        "a=1 b=2",
        "A=1",
        "1=1",
        "=1",
        "a=",
        "a =1",
        "a= 1",
        "a=-",
        "a=--1",
        "a=1.",
        "a=.5",
        "a=1.2345",
        "a=1e5",
        "a=1000000000000000",
        "a=1234567890123.1",
        "a=\"",
        "a=\"\\x\"",
        "a=\"\\",
        "a=\"ü\"",
        "a=\"\u0000\"",
        "a='x'",
        "a=:aGk=",
        "a=:a b:",
        "a=:a:",
        "a=:-_:",
        "a=?",
        "a=?2",
        "a=@",
        "a=@1.5",
        "a=@x",
        "a=%x",
        "a=%\"",
        "a=(",
        "a=(1",
        "a=(1 ",
        "a=(\"x\"\"y\")",
        "a=(1,2)",
        "a=((1))",
        "a=1;",
        "a=1;;b",
        "a=1; B=2",
        "a=1 ;b",
        "a=1, a=2",
        "a=1;b=1;b=2",
        "\u0000"
      })
  void what_it_does_not_allow_or_comes_twice_is_refused(String text) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> StructuredFieldParser.dictionary("Example", text))
        .withMessageStartingWith("Example cannot be read at ")
        .matches(problem -> problem.kind() == Problem.Kind.UNAUTHENTICATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1;x", "(1 ", "a, x"})
  void nothing_may_be_long(String start) {
    for (var text : new String[] {start + "y".repeat(9_000), many(start, 40)}) {
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> StructuredFieldParser.dictionary("Example", text));
    }
  }

  private static String many(String start, int times) {
    var text = new StringBuilder("a=(");
    for (var i = 0; i < times; i++) text.append(start.startsWith("(") ? "1 " : "1;x" + i + ' ');
    return text.append(')').toString();
  }

  @Property
  void what_is_read_is_written_so_that_it_reads_the_same(@ForAll("likely") String text) {
    try {
      var once = written(text);
      assertThat(written(once)).isEqualTo(once);
    } catch (Problem refused) {
      assertThat(refused.kind()).isEqualTo(Problem.Kind.UNAUTHENTICATED);
    }
  }

  @Provide
  Arbitrary<String> likely() {
    return Arbitraries.of(
            "a", "b=", "c;d", "(", ")", " ", ",", ";", "=", "\"x\"", ":aGk=:", ":", "?1", "12", "-",
            ".5", "@9", "%\"y\"", "tok", "\\", "\"", "*")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  private static String written(String text) {
    return StructuredFieldParser.dictionary("Example", text).entrySet().stream()
        .map(member -> member.getKey() + "=" + member.getValue().text())
        .collect(Collectors.joining(", "));
  }
}
