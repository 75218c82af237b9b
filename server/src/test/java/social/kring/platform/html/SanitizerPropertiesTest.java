package social.kring.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SanitizerPropertiesTest {
  private static final Pattern TAG = Pattern.compile("<(/?)([^ >]*)([^>]*)>");
  private static final Pattern ALLOWED =
      Pattern.compile("p|br|span|a|del|s|pre|blockquote|code|b|strong|u|i|em|ul|ol|li|ruby|rt|rp");
  private static final Pattern ATTRIBUTES =
      Pattern.compile("( (href|class|rel|start|value)=\"[^\"<>]*\")*");

  private final Sanitizer sanitizer = new Sanitizer();

  @Property(tries = 1_000)
  void whatever_comes_in_only_allowed_elements_and_attributes_come_out(
      @ForAll("html") String html) {
    var tags = TAG.matcher(sanitizer.post(html));
    while (tags.find()) {
      assertThat(tags.group(2)).matches(ALLOWED);
      assertThat(tags.group(3)).matches(ATTRIBUTES);
      assertThat(tags.group(3)).doesNotContainPattern("^( class=\"[^\"]*\")? href=\"(?!https?://)");
    }
  }

  @Property(tries = 1_000)
  void what_is_clean_stays_as_it_is(@ForAll("html") String html) {
    var once = sanitizer.post(html);

    assertThat(sanitizer.post(once)).isEqualTo(once);
  }

  @Provide
  Arbitrary<String> html() {
    return Arbitraries.of(
            "<p>",
            "</p>",
            "<a href=\"",
            "https://a.example/",
            "javascript:1",
            "\">",
            "</a>",
            "<",
            ">",
            "\"",
            "'",
            "&",
            "&lt;",
            "&#x3c;",
            "<script>",
            "</script>",
            "<br>",
            "<img src=",
            "<span class=\"mention x\">",
            "</span>",
            " onclick=1 ",
            "text",
            "\n",
            "<!--",
            "-->",
            "<style>",
            "<ul><li>",
            "</ul>",
            "<svg>",
            "ü",
            "😀")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }
}
