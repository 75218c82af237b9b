package social.kring.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizerTest {
  private final Sanitizer sanitizer = new Sanitizer();

  @Test
  void what_mastodon_writes_survives_and_its_links_are_marked() {
    var html =
        "<p><span class=\"h-card\"><a href=\"https://a.example/@bob\" class=\"u-url mention\">"
            + "@<span>bob</span></a></span> it's 1 = 1</p>";

    assertThat(sanitizer.post(html))
        .isEqualTo(
            "<p><span class=\"h-card\"><a href=\"https://a.example/@bob\" class=\"u-url mention\""
                + " rel=\"nofollow noopener noreferrer ugc\">@bob</a></span> it&#39;s 1 = 1</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example></SCRIPT>",
        "<style>p{display:none}</style>",
        "<iframe srcdoc='<script>1</script>'></iframe>",
        "<svg onload=alert(1)></svg>",
        "<img src=x onerror=alert(1)>",
        "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
        "<a href=\"javascript:alert(1)\"></a>",
        "<!--><script>alert(1)</script>-->",
        "<object data=x></object><embed src=x>"
      })
  void what_could_run_leaves_nothing_behind(String html) {
    assertThat(sanitizer.post(html)).doesNotContainIgnoringCase("<", "alert", "script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "//evil.example/",
        "/relative",
        "https:///nohost",
        "mailto:a@b.example",
        "vbscript:x"
      })
  void a_link_to_anything_but_the_web_is_only_its_text(String address) {
    assertThat(sanitizer.post("<p><a href=\"" + address + "\">here</a></p>"))
        .isEqualTo("<p>here</p>");
  }

  @Test
  void a_bio_may_link_to_a_mail_address() {
    assertThat(sanitizer.bio("<a href=\"mailto:a@b.example\">mail</a>"))
        .startsWith("<a href=\"mailto:a@b.example\"");
  }

  @Test
  void only_known_classes_stay() {
    assertThat(sanitizer.post("<span class=\"invisible fixed-top\" style=\"x\" id=\"y\">a</span>"))
        .isEqualTo("<span class=\"invisible\">a</span>");
  }

  @Test
  void a_heading_becomes_a_paragraph() {
    assertThat(sanitizer.post("<h1>Title</h1>")).isEqualTo("<p>Title</p>");
  }

  @Test
  void what_is_left_open_is_closed() {
    assertThat(sanitizer.post("<p><em>open")).isEqualTo("<p><em>open</em></p>");
  }

  @Test
  void double_braces_stay_as_they_were() {
    assertThat(sanitizer.post("{{x}}")).isEqualTo("{{x}}");
  }

  @Test
  void text_is_what_a_reader_sees() {
    assertThat(sanitizer.text("<p>1 &lt; 2<br>b</p><p>c</p><script>d</script>"))
        .isEqualTo("1 < 2\nb\n\nc");
  }

  @Test
  void content_that_is_too_long_is_cut() {
    assertThat(sanitizer.post("x".repeat(300_000))).hasSize(100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<", "<a ", "<p><em>", "&", "<!--", "<a href='", "\"<x", "</p>", "<ul><li>"})
  void hostile_repetition_takes_no_longer_than_its_length_warrants(String unit) {
    var hostile = unit.repeat(100_000 / unit.length());

    Assertions.assertTimeout(Duration.ofSeconds(5), () -> sanitizer.post(hostile));
  }
}
