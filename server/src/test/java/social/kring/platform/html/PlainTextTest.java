package social.kring.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.url.FediUrl;

class PlainTextTest {

  @Test
  void markup_is_shown_and_not_obeyed() {
    assertThat(html("<b>one</b> & \"two\""))
        .isEqualTo("<p>&lt;b&gt;one&lt;/b&gt; &amp; &quot;two&quot;</p>");
  }

  @Test
  void one_line_break_stays_and_more_begin_a_paragraph() {
    assertThat(html("a\r\nb\n\n\nc")).isEqualTo("<p>a<br>b</p><p>c</p>");
  }

  @Test
  void nothing_becomes_nothing() {
    assertThat(html(" \n ")).isEmpty();
  }

  @Test
  void a_mention_links_to_the_person_in_the_shape_that_apps_know() {
    assertThat(html("hi @bob@peer.example!"))
        .isEqualTo(
            "<p>hi <span class=\"h-card\"><a href=\"https://peer.example/@bob\" class=\"u-url"
                + " mention\">@<span>bob</span></a></span>!</p>");
  }

  @Test
  void a_mention_of_nobody_stays_text() {
    assertThat(html("hi @nobody")).isEqualTo("<p>hi @nobody</p>");
  }

  @Test
  void a_hashtag_links_to_its_page() {
    assertThat(html("#Java"))
        .isEqualTo(
            "<p><a href=\"https://here.example/tags/java\" class=\"mention hashtag\""
                + " rel=\"tag\">#<span>Java</span></a></p>");
  }

  @Test
  void a_long_link_is_shown_shortened() {
    assertThat(html("https://www.example.org/0123456789012345678901234567890"))
        .contains("href=\"https://www.example.org/0123456789012345678901234567890\"")
        .contains("<span class=\"invisible\">https://www.</span>")
        .contains("<span class=\"ellipsis\">example.org/012345678901234567</span>")
        .contains("<span class=\"invisible\">8901234567890</span>");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          see https://a.example/b.            , https://a.example/b
          (https://a.example/b_(c))           , https://a.example/b_(c)
          <https://a.example/>                , https://a.example/
          HTTPS://A.example/X                 , https://a.example/X
          https://a.example/?q=1&r=@x#y       , https://a.example/?q=1&r=@x#y
          """)
  void a_link_ends_where_a_reader_would_end_it(String text, String link) {
    assertThat(PlainText.of(text).links()).containsExactly(FediUrl.parse(link));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          @alice                              , alice
          (@alice_b.)                         , alice_b
          @a.b@host.example.                  , a.b@host.example
          @bob@peer.localhost:18190: hello    , bob@peer.localhost:18190
          .@bob@peer.example:                 , bob@peer.example
          @bob@                               , bob
          """)
  void a_mention_is_a_name_and_perhaps_a_host(String text, String mention) {
    assertThat(PlainText.of(text).mentions()).containsExactly(mention);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail@host.example", "https://a.example/@alice", "@", "a/@b", "@@", "@-"})
  void an_at_sign_elsewhere_mentions_nobody(String text) {
    assertThat(PlainText.of(text).mentions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '#one'       , one
          '(#zwei_3)'  , zwei_3
          '#größe,'    , größe
          '#日本語'     , 日本語
          '#a·b·'      , a·b
          """)
  void a_hashtag_is_a_word_in_any_script(String text, String hashtag) {
    assertThat(PlainText.of(text).hashtags()).containsExactly(hashtag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#1", "a#b", "https://a.example/#b", "# x", "##", "&#39;"})
  void a_number_sign_elsewhere_is_no_hashtag(String text) {
    assertThat(PlainText.of(text).hashtags()).isEmpty();
  }

  @Test
  void a_text_without_mentions_and_hashtags_still_has_links() {
    assertThat(PlainText.of("@a #b https://c.example/").toHtml())
        .startsWith("<p>@a #b <a href=\"https://c.example/\"");
  }

  private static String html(String text) {
    return PlainText.of(text).toHtml(PlainTextTest::page, PlainTextTest::tag);
  }

  private static Optional<FediUrl> page(String address) {
    return Optional.of(address)
        .filter(a -> a.equals("bob@peer.example"))
        .map(a -> FediUrl.parse("https://peer.example/@bob"));
  }

  private static FediUrl tag(String name) {
    return FediUrl.parse("https://here.example/tags/" + name.toLowerCase(java.util.Locale.ROOT));
  }
}
