package social.kring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.kring.node.MountedRoutes;
import social.kring.node.MountedRoutes.Mounted;
import social.kring.protocol.json.Tree;
import social.kring.testing.Answer;
import social.kring.testing.ApiAnswer;

/**
 * Nothing that anybody writes anywhere runs, looks like a part of the page, or leaves its place.
 */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlTest {
  private static final List<String> ATTACKS =
      List.of(
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "<svg/onload=alert(1)>",
          "<svg><script href=data:,alert(1) /></svg>",
          "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<a href=\" &#1;java&#x09;script:alert(1)\">x</a>",
          "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
          "<a href=\"vbscript:x\" style=\"position:fixed;inset:0\" id=\"top\" name=\"body\">x</a>",
          "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
          "<form action=https://evil.example><input name=password></form>",
          "<base href=https://evil.example/><meta http-equiv=refresh content=0;url=https://evil.example>",
          "<link rel=stylesheet href=https://evil.example/x.css><style>*{display:none}</style>",
          "<object data=x><embed src=x><video><source onerror=alert(1)></video>",
          "\"><script>alert(1)</script>",
          "'-alert(1)-'",
          "</title></textarea></style></script><script>alert(1)</script>",
          "]]><script>alert(1)</script><![CDATA[",
          "{{constructor.constructor('alert(1)')()}}${alert(1)}<%= 7*7 %>",
          "\u202Egnp.exe\u2066\u2069",
          "<p onclick=alert(1) class=\"h-card invisible\">x</p>");

  private static final Set<String> NEVER =
      Set.of(
          "iframe",
          "object",
          "embed",
          "math",
          "base",
          "style",
          "video",
          "audio",
          "frame",
          "applet",
          "template");

  private final Underworld world = new Underworld();
  private final Fortress fortress =
      new Fortress(
          IntStream.range(0, ATTACKS.size())
              .mapToObj(i -> Underworld.place(world.at("m" + i, "/")))
              .collect(Collectors.toSet()));
  private List<Mounted> routes;
  private Citizen alice;
  private ApiAnswer post;

  @BeforeAll
  void attack(@TempDir Path data) {
    routes = MountedRoutes.all(data);
    alice = fortress.citizen("alice");
    post = alice.posts("what do you think? #ask", "public");
    for (var i = 0; i < ATTACKS.size(); i++) attack(i, ATTACKS.get(i));
    fortress.settle();
    for (var attack : ATTACKS) alice.posts(attack + " #ask", "public");
    alice
        .api()
        .patch(
            "/api/v1/accounts/update_credentials",
            "display_name",
            ATTACKS.getFirst(),
            "note",
            ATTACKS.get(1) + ATTACKS.get(6),
            "fields_attributes[0][name]",
            ATTACKS.get(2),
            "fields_attributes[0][value]",
            ATTACKS.get(15));
    fortress.settle();
  }

  private void attack(int number, String text) {
    var mallory = new Outlaw(world, "m" + number, "mallory", Keys.RSA, Keys.ED25519);
    mallory.settlesAs(
        mallory
            .document()
            .with("name", text)
            .with("summary", text)
            .with("url", "javascript:alert(1)")
            .with("icon", Map.of("type", "Image", "url", "javascript:alert(1)"))
            .with("tag", List.of(emoji(text)))
            .with(
                "attachment",
                List.of(Map.of("type", "PropertyValue", "name", text, "value", text))));
    var note = note(mallory, text);
    fortress.hears(mallory, mallory.creates(note));
    fortress.hears(mallory, mallory.activity("Follow", alice.actor().uri()));
    fortress.hears(mallory, mallory.activity("Announce", post.get("uri")));
    var question =
        note.with("id", mallory.under("/q"))
            .with("type", "Question")
            .with(
                "oneOf",
                List.of(Map.of("type", "Note", "name", text), Map.of("type", "Note", "name", "b")));
    fortress.hears(mallory, mallory.creates(question));
    var article = note.with("id", mallory.under("/a")).with("type", "Article").with("name", text);
    fortress.hears(mallory, mallory.creates(article));
  }

  private Tree note(Outlaw mallory, String text) {
    return mallory
        .note(alice.actor().uri())
        .with("inReplyTo", post.get("uri"))
        .with("content", text)
        .with("summary", text)
        .with("url", "javascript:alert(1)")
        .with(
            "attachment",
            List.of(
                Map.of(
                    "type",
                    "Image",
                    "mediaType",
                    "image/png\"><script>",
                    "name",
                    text,
                    "blurhash",
                    text,
                    "url",
                    "https://evil.example/x.png?\"onerror=alert(1)")))
        .with(
            "tag",
            List.of(
                emoji(text),
                Map.of("type", "Hashtag", "name", "#" + text, "href", "javascript:alert(1)"),
                Map.of("type", "Mention", "name", text, "href", alice.actor().uri().text())));
  }

  private static Map<String, Object> emoji(String text) {
    return Map.of(
        "type",
        "Emoji",
        "name",
        ":" + text + ":",
        "id",
        "javascript:x",
        "icon",
        Map.of("type", "Image", "url", "javascript:alert(1)"));
  }

  @AfterAll
  void close() {
    fortress.close();
    world.close();
  }

  @Test
  void what_arrived_is_shown() {
    assertThat(alice.api().get("/api/v1/statuses/" + post.id() + "/context").at("/descendants"))
        .hasSizeGreaterThan(ATTACKS.size());
  }

  @Test
  void no_page_has_anything_in_it_that_runs() {
    var seen = 0;
    for (var answer : pages().toList()) {
      var page = Jsoup.parse(answer.body());
      assertHarmless(page);
      seen++;
    }
    assertThat(seen).isGreaterThan(5);
  }

  private Stream<Answer> pages() {
    var values = List.of("alice", "@alice", "@alice/" + post.id(), "ask", "1", "nobody");
    return routes.stream()
        .filter(route -> route.method().equals("GET"))
        .flatMap(
            route ->
                Stream.concat(
                    values.stream().map(route::filled),
                    Stream.of("/@alice", "/@alice/" + post.id())))
        .distinct()
        .map(target -> fortress.asks("GET", target, Map.of("Accept", "text/html"), new byte[0]))
        .filter(
            answer -> answer.headers().getOrDefault("content-type", "").startsWith("text/html"));
  }

  private static void assertHarmless(Document page) {
    for (var element : page.getAllElements()) {
      assertThat(NEVER).doesNotContain(element.normalName());
      for (var attribute : element.attributes()) assertHarmless(element, attribute);
      if (element.normalName().equals("script")) assertThat(element.data()).isBlank();
      if (element.normalName().equals("script")) assertThat(element.attr("src")).startsWith("/");
      if (element.normalName().equals("form")) assertThat(element.attr("action")).startsWith("/");
      if (element.normalName().equals("meta"))
        assertThat(element.attr("http-equiv")).isNotEqualToIgnoringCase("refresh");
      if (element.normalName().equals("link") && element.attr("rel").contains("stylesheet"))
        assertThat(element.attr("href")).startsWith("/");
    }
  }

  private static void assertHarmless(Element element, Attribute attribute) {
    assertThat(attribute.getKey()).as(element.outerHtml()).doesNotStartWith("on");
    assertThat(attribute.getKey()).as(element.outerHtml()).isNotIn("style", "srcdoc", "formaction");
    if (Set.of("href", "src", "action", "data", "poster").contains(attribute.getKey())) {
      assertThat(attribute.getValue().strip().toLowerCase())
          .as(element.outerHtml())
          .matches("(https?://|/|#|mailto:|acct:|\\?).*");
    }
  }

  @Test
  void no_page_lets_anything_run_that_might_be_in_it() {
    for (var answer : pages().toList()) {
      var policy = answer.headers().getOrDefault("content-security-policy", "");
      assertThat(policy)
          .contains("default-src")
          .contains("frame-ancestors 'none'")
          .contains("base-uri")
          .contains("form-action")
          .doesNotContain("unsafe")
          .doesNotContain("*")
          .doesNotContain("data: 'self'");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Referrer-Policy")).isIn("same-origin", "no-referrer");
    }
  }

  @Test
  void no_text_for_apps_has_anything_in_it_that_runs() {
    var texts =
        Stream.of(
                "/api/v1/statuses/" + post.id() + "/context",
                "/api/v1/timelines/home?limit=40",
                "/api/v1/notifications?limit=80",
                "/api/v1/timelines/public?limit=40",
                "/api/v1/timelines/tag/ask?limit=40",
                "/api/v1/accounts/" + alice.actor().id() + "/followers?limit=80",
                "/api/v1/accounts/" + alice.actor().id() + "/statuses?limit=40",
                "/api/v1/statuses/" + post.id() + "/reblogged_by")
            .map(path -> alice.api().get(path).json());
    texts.forEach(
        list -> {
          for (var name : List.of("content", "note", "value")) {
            list.findValuesAsText(name)
                .forEach(html -> assertHarmless(Jsoup.parseBodyFragment(html)));
          }
          for (var name :
              List.of("url", "href", "avatar", "header", "static_url", "remote_url", "uri")) {
            list.findValuesAsText(name)
                .forEach(url -> assertThat(url).matches("(https?://.*|null|)"));
          }
          list.findValuesAsText("shortcode")
              .forEach(code -> assertThat(code).matches("[A-Za-z0-9_]{2,}"));
        });
  }
}
