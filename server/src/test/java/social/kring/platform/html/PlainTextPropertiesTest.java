package social.kring.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import social.kring.protocol.url.FediUrl;

class PlainTextPropertiesTest {
  private static final FediUrl SOMEWHERE = FediUrl.parse("https://here.example/x");

  private final Sanitizer sanitizer = new Sanitizer();

  @Property(tries = 1_000)
  void no_character_is_lost(@ForAll("texts") String text) {
    var tokens = new TokenScanner(text).scan();

    assertThat(tokens.stream().map(Token::written).collect(Collectors.joining())).isEqualTo(text);
  }

  @Property(tries = 1_000)
  void a_reader_sees_what_was_written(@ForAll("texts") String text) {
    var html = PlainText.of(text).toHtml(name -> Optional.empty(), name -> SOMEWHERE);

    assertThat(squeezed(sanitizer.text(html))).isEqualTo(squeezed(text));
  }

  @Property(tries = 1_000)
  void what_it_writes_is_clean(@ForAll("texts") String text) {
    var html = PlainText.of(text).toHtml(name -> Optional.of(SOMEWHERE), name -> SOMEWHERE);

    assertThat(sanitizer.text(sanitizer.post(html))).isEqualTo(sanitizer.text(html));
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "@",
            "#",
            "bob",
            "https://",
            "http://a.example",
            "/",
            ":",
            "80",
            ".",
            " ",
            "\n",
            "<",
            "&amp;",
            "(",
            ")",
            "ü",
            "😀",
            "_",
            "-",
            "'",
            "\"",
            "www.",
            "?q=")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }
}
