package social.kring.protocol.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;

class FediUrlTest {

  @ParameterizedTest
  @CsvSource({
    "HTTPS://ACME.Example/A, https://acme.example/A",
    "https://acme.example:443/a, https://acme.example/a",
    "http://acme.example:80/a, http://acme.example/a",
    "http://acme.example:443/a, http://acme.example:443/a",
    "https://münchen.example/ü, https://xn--mnchen-3ya.example/ü",
    "https://acme.example, https://acme.example",
    "https://acme.example?p=1, https://acme.example?p=1",
    "https://[2001:DB8::1]:8443/, https://[2001:db8::1]:8443/",
    "http://127.0.0.1:8080/x, http://127.0.0.1:8080/x",
    "https://a_b.example/%7euser//x/../y?a=%2F&b#main-key, https://a_b.example/%7euser//x/../y?a=%2F&b#main-key",
  })
  void scheme_host_and_port_are_normalised_and_the_rest_is_kept(String written, String text) {
    assertThat(FediUrl.parse(written).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "acme.example",
        "//acme.example/",
        "ftp://acme.example/",
        "javascript:alert(1)",
        "https:/acme.example/",
        "http\u017f://acme.example/",
        "https:///path",
        "https://",
        "https://#x",
        "https:acme.example",
        "https://alice@acme.example/",
        "https://alice:secret@acme.example/",
        "https://@acme.example/",
        "https://acme.example./",
        "https://acme..example/",
        "https://.acme.example/",
        "https://-acme.example/",
        "https://acme-.example/",
        "https://acme.example:0/",
        "https://acme.example:65536/",
        "https://acme.example:99999/",
        "https://acme.example:/",
        "https://acme.example:080/",
        "https://acme.example:8o/",
        "https://acme.example:1:2/",
        "https://acme.example/a b",
        "https://acme.example/a\tb",
        "https://acme.example/a\nb",
        " https://acme.example/",
        "https://acme.example/ ",
        "https://acme.example\\@evil.example/",
        "https://acme.example/\u0000",
        "https://acme.example/\u007f",
        "https://acme.example/\u00a0",
        "https://acme.example/\u2028",
        "https://acme.example/\ud800",
        "https://2130706433/",
        "https://127.1/",
        "https://0x7f.1/",
        "https://0177.0.0.1/",
        "https://127.0.0.01/",
        "https://1.2.3/",
        "https://acme.1/",
        "https://acme.0x1/",
        "https://256.0.0.1/",
        "https://[::ffff:127.0.0.1]/",
        "https://[0:0:0:0:0:0:0:1]/",
        "https://[::1/",
        "https://[fe80::1%25lo]/",
        "https://[127.0.0.1]/",
        "https://[::1]x/",
        "https://[::1]x:80/",
        "https://ac%6de.example/",
        "https://acme.example%2f/",
        "https://℀.example/",
        "https://a!b.example/"
      })
  void what_is_not_a_plain_address_is_refused(String written) {
    assertThat(FediUrl.tryParse(written)).isEmpty();
  }

  @Test
  void the_refusal_names_the_text_and_what_is_wrong() {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> FediUrl.parse("https://acme.example:70000/"))
        .withMessage("\"https://acme.example:70000/\" has the port \"70000\", expected 1 to 65535");
  }

  @Test
  void ids_of_2048_characters_are_read_and_longer_ones_refused() {
    var start = "https://acme.example/";
    var longest = start + "x".repeat(2_048 - start.length());
    assertThat(FediUrl.tryParse(longest)).isPresent();
    assertThat(FediUrl.tryParse(longest + "x")).isEmpty();
  }

  @Test
  void a_unicode_spelling_of_an_address_is_that_address() {
    assertThat(FediUrl.parse("https://１２７.０.０.１/").host()).isEqualTo("127.0.0.1");
    assertThat(FediUrl.tryParse("https://１２７.１/")).isEmpty();
  }

  @Test
  void its_parts_are_told_apart() {
    var url = FediUrl.parse("http://acme.example:8080?q=1#key");
    assertThat(url.origin()).isEqualTo(new Origin("http", "acme.example", 8080));
    assertThat(url.origin().authority()).isEqualTo("acme.example:8080");
    assertThat(url.pathAndQuery()).isEqualTo("/?q=1");
    assertThat(url.fragment()).isEqualTo("key");
    assertThat(url.withoutFragment().text()).isEqualTo("http://acme.example:8080?q=1");
  }

  @Test
  void a_request_line_is_ascii() {
    assertThat(FediUrl.parse("https://acme.example/ü?q=%C3%A4€").pathAndQuery())
        .isEqualTo("/%C3%BC?q=%C3%A4%E2%82%AC");
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme.example/a, https://acme.example:443/b, true",
    "https://acme.example/a, http://acme.example/a, false",
    "https://acme.example/a, https://acme.example:8443/a, false",
    "https://acme.example/a, https://www.acme.example/a, false",
    "https://acme.example/a, https://ACME.example/a, true",
  })
  void an_origin_is_scheme_host_and_port(String one, String other, boolean same) {
    assertThat(FediUrl.parse(one).sameOrigin(FediUrl.parse(other))).isEqualTo(same);
  }

  @Test
  void a_host_that_grows_as_it_is_spelled_out_is_malformed() {
    for (var host : List.of("ﷺ".repeat(253), "ﷺ".repeat(600), "ü".repeat(600))) {
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> FediUrl.parse("https://" + host + "/"))
          .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.MALFORMED));
    }
  }

  @Test
  void one_query_is_not_another() {
    assertThat(FediUrl.parse("https://acme.example/?p=1"))
        .isNotEqualTo(FediUrl.parse("https://acme.example/?p=2"));
  }

  @Property
  void normalising_twice_changes_nothing(@ForAll("addresses") String written) {
    var once = FediUrl.parse(written);
    assertThat(FediUrl.parse(once.text())).isEqualTo(once).hasSameHashCodeAs(once);
  }

  @Property(tries = 2_000)
  void any_text_is_an_address_or_malformed(@ForAll String anything) {
    for (var text : new String[] {anything, "https://" + anything, "https://a.b/" + anything}) {
      FediUrl.tryParse(text)
          .ifPresent(
              url -> {
                assertThat(url.host()).matches("[a-z0-9._\\-]+|\\[[0-9a-f:]+]");
                assertThat(url.text()).doesNotContainPattern("[\\s\\p{Cntrl}\\\\]");
              });
    }
  }

  @Property(tries = 3_000)
  void any_host_is_one_or_malformed(@ForAll("hosts") String host) {
    for (var rest : new String[] {"", ":443", "/x", ".example/"}) {
      FediUrl.tryParse("https://" + host + rest)
          .ifPresent(url -> assertThat(FediUrl.parse(url.text())).isEqualTo(url));
    }
  }

  /** What IDNA maps, forbids or takes for a dot, and what looks like an address. */
  @Provide
  Arbitrary<String> hosts() {
    return Arbitraries.of(
            "a",
            "xn--",
            "xn--a",
            "-",
            "_",
            ".",
            "。",
            "．",
            "ß",
            "İ",
            "ı",
            "K",
            "ﬁ",
            "℀",
            "\u200d",
            "\u00ad",
            "\u0301",
            "א",
            "م",
            "１",
            "1",
            "0x",
            "127",
            "[",
            "]",
            "::1",
            "%",
            "😀",
            "A",
            "\u3000",
            "x".repeat(63))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> addresses() {
    var label =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('A', 'Z')
            .ofMinLength(1)
            .ofMaxLength(20);
    var port = Arbitraries.integers().between(1, 65_535);
    var rest = Arbitraries.strings().withChars("aZ09-._~:/?#[]@!$&'()*+,;=%|ü€").ofMaxLength(60);
    return Combinators.combine(Arbitraries.of("http", "https", "HTTPS"), label, port, rest)
        .as((scheme, host, p, tail) -> scheme + "://" + host + ".example:" + p + "/" + tail);
  }
}
