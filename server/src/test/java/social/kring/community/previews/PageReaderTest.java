package social.kring.community.previews;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import social.kring.federation.remote.WebPage;
import social.kring.protocol.url.FediUrl;

class PageReaderTest {
  private static final FediUrl AT = FediUrl.parse("https://news.example/story?id=1");

  private static Optional<Preview> read(String html) {
    return read(html, StandardCharsets.UTF_8, Optional.of("utf-8"));
  }

  private static Optional<Preview> read(String html, Charset charset, Optional<String> named) {
    return PageReader.read(new WebPage(AT, named, html.getBytes(charset)));
  }

  @Test
  void the_open_graph_says_more_than_html() {
    var preview =
        read("""
                <!doctype html><html lang="en-GB"><head><title>T | News</title>
                <meta name="description" content="d">
                <meta name="author" content="Ada Lovelace">
                <meta property="og:title" content="Title">
                <meta property="og:description" content="Description">
                <meta property="og:site_name" content="The News">
                <meta property="og:image" content="https://cdn.example/x.png">
                <meta property="article:published_time" content="2026-11-24T10:00:00+01:00">
                <link rel="canonical" href="/story/1">
                </head><body><meta property="og:title" content="not here">""")
            .orElseThrow();

    assertThat(preview)
        .isEqualTo(
            new Preview(
                FediUrl.parse("https://news.example/story/1"),
                "Title",
                "Description",
                new Preview.Origins("Ada Lovelace", "The News", Optional.of("en-GB")),
                Optional.of(FediUrl.parse("https://cdn.example/x.png")),
                Optional.of(Instant.parse("2026-11-24T09:00:00Z"))));
  }

  @Test
  void html_itself_will_do() {
    var preview =
        read("<title> A\n  title </title><meta name=description content=what>").orElseThrow();

    assertThat(preview.title()).isEqualTo("A title");
    assertThat(preview.description()).isEqualTo("what");
    assertThat(preview.url()).isEqualTo(AT);
  }

  @Test
  void a_page_without_a_title_has_no_preview() {
    assertThat(read("<p>hello")).isEmpty();
    assertThat(read("")).isEmpty();
    assertThat(read("<title> \u0000\u202e </title>")).isEmpty();
  }

  @Test
  void nobody_calls_a_page_by_the_address_of_another_host() {
    assertThat(
            read(
                """
                <title>Your bank</title><link rel=canonical href="https://bank.example/">
                <meta property="og:url" content="https://bank.example/">"""))
        .map(Preview::url)
        .contains(AT);
  }

  @Test
  void words_are_plain_short_and_stay_in_their_line() {
    var html =
        "<title>&lt;b&gt;bold&lt;/b&gt; \u202eevil\u0007\n%s</title>".formatted("x".repeat(1_000));

    var title = read(html).orElseThrow().title();

    assertThat(title).startsWith("<b>bold</b> evil ").hasSize(300).endsWith("…");
  }

  @Test
  void half_characters_do_not_come_through() {
    assertThat(PlainWords.of("a\ud800b\udc00c", 10)).isEqualTo("abc");
    assertThat(PlainWords.of("😀".repeat(20), 3)).isEqualTo("😀😀…");
  }

  @Test
  void the_charset_is_what_server_or_page_name() {
    var latin = StandardCharsets.ISO_8859_1;
    assertThat(read("<title>é</title>", latin, Optional.of("ISO-8859-1")).orElseThrow().title())
        .isEqualTo("é");
    assertThat(
            read("<meta charset=iso-8859-1><title>é</title>", latin, Optional.empty())
                .orElseThrow()
                .title())
        .isEqualTo("é");
    assertThat(
            read("<title>é</title>", StandardCharsets.UTF_8, Optional.of("no-such, thing"))
                .orElseThrow()
                .title())
        .isEqualTo("é");
  }

  @Test
  void no_page_takes_long_to_read() {
    for (var piece :
        new String[] {
          "<b>",
          "<a>",
          "<meta property=x>",
          "<title>",
          "<!--",
          "<table>",
          "<p><b>",
          "&amp",
          "<x y='"
        }) {
      var begun = System.nanoTime();
      read(piece.repeat((1 << 20) / piece.length()));
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .as(piece)
          .isLessThan(Duration.ofSeconds(10));
    }
  }
}
