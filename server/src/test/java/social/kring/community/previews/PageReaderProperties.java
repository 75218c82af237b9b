package social.kring.community.previews;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import social.kring.federation.remote.WebPage;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.url.FediUrl;

class PageReaderProperties {
  private static final FediUrl AT = FediUrl.parse("https://news.example/story");

  @Provide
  Arbitrary<String> pages() {
    var piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                "<html lang='de'>",
                "<head>",
                "</head>",
                "<title>",
                "</title>",
                "<meta ",
                "property=og:title ",
                "name=description ",
                "content='",
                "'>",
                "<link rel=canonical ",
                "href='/x'>",
                "href='http://[::1",
                "<!--",
                "-->",
                "<script>",
                "&#0;",
                "&#x202e;",
                "&#xd800;",
                "charset=utf-16 ",
                "<body",
                "article:published_time",
                "<svg>",
                "<![CDATA["),
            Arbitraries.strings().ofMaxLength(8));
    return piece.list().ofMaxSize(60).map(parts -> String.join("", parts));
  }

  @Property(tries = 500)
  void whatever_a_page_says_becomes_plain_words_that_can_be_kept(
      @ForAll("pages") String html, @ForAll boolean wide) {
    var bytes = html.getBytes(wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);

    for (var charset :
        List.of(Optional.of("utf-8"), Optional.of("utf-7"), Optional.<String>empty())) {
      PageReader.read(new WebPage(AT, charset, bytes)).ifPresent(PageReaderProperties::check);
    }
  }

  private static void check(Preview preview) {
    assertThat(preview.title()).isNotBlank();
    for (var words : List.of(preview.title(), preview.description(), preview.origins().site())) {
      assertThat(words.codePoints())
          .hasSizeLessThanOrEqualTo(1_000)
          .noneMatch(Character::isISOControl)
          .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
    assertThat(preview.url().sameOrigin(AT)).isTrue();
    var kept = StrictJson.parse(PreviewJson.of(preview).toString());
    assertThat(PreviewJson.read(kept).title()).isEqualTo(preview.title());
  }

  @Property(tries = 500)
  void whatever_a_post_says_its_links_are_addresses(@ForAll("pages") String html) {
    assertThat(Link.in(html + "<a href='" + html + "'>", Set.of()))
        .allMatch(url -> FediUrl.parse(url.text()).equals(url));
  }
}
