package social.kring.protocol.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static social.kring.protocol.activitystreams.Documents.BOB;
import static social.kring.protocol.activitystreams.Documents.POST;
import static social.kring.protocol.activitystreams.Documents.json;
import static social.kring.protocol.activitystreams.Documents.post;
import static social.kring.protocol.activitystreams.Documents.url;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Attachment.Focus;
import social.kring.protocol.activitystreams.Attachment.Size;
import social.kring.protocol.json.Tree;

class PostTest {

  @ParameterizedTest
  @EnumSource(PostType.class)
  void every_kind_of_post_has_the_same_view_that_loses_nothing(PostType type) {
    var tree = post(type.text()).with("unheard-of", List.of(Map.of("a", 1.5)));
    var post = (Post) ApObject.parse(tree);
    assertThat(post.head().type()).isEqualTo(type);
    assertThat(post.uri()).isEqualTo(url(POST));
    assertThat(post.attributedTo()).isEqualTo(url(BOB));
    assertThat(post.tree()).isEqualTo(tree);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "attributedTo"})
  void what_it_cannot_be_without_is_named(String property) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> Post.from(post("Note").without(property)))
        .withMessageStartingWith(property)
        .matches(problem -> problem.kind() == Problem.Kind.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "'https://p.example/bob' | https://p.example/bob",
        "['https://p.example/bob','https://p.example/eve'] | https://p.example/bob",
        "[{'type':'Group','id':'https://p.example/channel'},{'type':'Person','id':'https://p.example/bob'}] | https://p.example/bob",
        "[{'type':'Group','id':'https://p.example/channel'}] | https://p.example/channel",
      })
  void the_author_is_one_and_a_person_before_a_channel(String written, String author) {
    var tree = json("{'id':'%s','type':'Video','attributedTo':%s}".formatted(POST, written));
    assertThat(Post.from(tree).attributedTo()).isEqualTo(url(author));
  }

  @Test
  void what_it_says_is_kept_as_it_came() {
    var content =
        Post.from(
                post("Article")
                    .with("name", "On bridges")
                    .with("summary", "long")
                    .with("content", "<p>hello</p>")
                    .with("sensitive", true)
                    .with("contentMap", Map.of("de-CH", "<p>hello</p>")))
            .content();
    assertThat(content.name()).contains("On bridges");
    assertThat(content.summary()).contains("long");
    assertThat(content.html()).isEqualTo("<p>hello</p>");
    assertThat(content.sensitive()).isTrue();
    assertThat(content.plainText()).isFalse();
    assertThat(content.language()).contains("de-CH");
  }

  @Test
  void a_map_of_languages_stands_in_for_the_text() {
    var content =
        Post.from(post("Note").with("contentMap", Map.of("fr", "<p>salut</p>"))).content();
    assertThat(content.html()).isEqualTo("<p>salut</p>");
    assertThat(content.language()).contains("fr");
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "", "x", "english", "en_US", "<script>"})
  void a_language_that_is_none_is_left_out(String language) {
    var tree = post("Note").with("contentMap", Map.of(language, "hi"));
    assertThat(Post.from(tree).content().language()).isEmpty();
  }

  @Test
  void blank_warnings_are_none() {
    assertThat(Post.from(post("Note").with("summary", " ")).content().summary()).isEmpty();
  }

  @Test
  void lists_and_texts_are_cut_and_not_refused() {
    var image = Map.of("type", "Image", "url", "https://peer.example/i.png");
    var tags =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    Map.of(
                        "type",
                        i % 2 == 0 ? "Mention" : "Hashtag",
                        "href",
                        BOB + i,
                        "name",
                        "#t" + i))
            .toList();
    var post =
        Post.from(
            post("Note")
                .with("content", "x".repeat(200_000))
                .with("name", "y".repeat(5_000))
                .with("attachment", Collections.nCopies(40, image))
                .with("tag", tags)
                .with("to", IntStream.range(0, 500).mapToObj(i -> BOB + i).toList()));
    assertThat(post.content().html()).hasSize(100_000);
    assertThat(post.content().name()).hasValueSatisfying(name -> assertThat(name).hasSize(2_048));
    assertThat(post.attachments()).hasSize(16);
    assertThat(post.tags().mentions()).hasSize(50);
    assertThat(post.tags().hashtags()).hasSize(100);
    assertThat(post.audience().to()).hasSize(200);
  }

  @Test
  void attachments_are_claims_within_bounds() {
    var attachment =
        only(
            """
            {'type':'Image','mediaType':'image/png','url':'https://peer.example/i.png','name':'a bridge',
             'focalPoint':[2,-0.5],'width':-3,'height':99999999999}
            """);
    assertThat(attachment.mediaType()).isEqualTo("image/png");
    assertThat(attachment.description()).contains("a bridge");
    assertThat(attachment.focus()).contains(new Focus(1, -0.5));
    assertThat(attachment.size()).isEqualTo(new Size(0, 100_000));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{'type':'Video','url':'https://p.example/v'} | video/*",
        "{'type':'Document','url':'https://p.example/v'} | application/octet-stream",
        "{'type':'Image','mediaType':'nonsense','url':'https://p.example/v'} | image/*",
        "{'type':'Audio','url':[{'type':'Link','href':'https://p.example/v','mediaType':'audio/ogg'}]} | audio/ogg",
      })
  void a_media_type_is_guessed_where_none_is_said(String written, String mediaType) {
    assertThat(only(written).mediaType()).isEqualTo(mediaType);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"['NaN','0']", "['Infinity',0]", "[1]", "[0,0,0]", "['a','b']", "[[0,0]]", "{}"})
  void a_focus_that_is_none_is_left_out(String focalPoint) {
    var written = "{'type':'Image','url':'https://p.example/v','focalPoint':" + focalPoint + "}";
    assertThat(only(written).focus()).isEmpty();
  }

  @Test
  void attachments_without_an_address_are_none() {
    var tree =
        post("Note").with("attachment", json("{'type':'PropertyValue','name':'a','value':'b'}"));
    assertThat(Post.from(tree).attachments()).isEmpty();
  }

  @Test
  void a_question_has_its_choices_and_counts_within_bounds() {
    var poll =
        Post.from(
                json(
                    """
                    {'id':'https://peer.example/posts/1','type':'Question','attributedTo':'https://peer.example/users/bob',
                     'endTime':'2026-03-02T00:00:00Z','votersCount':-4,
                     'anyOf':[{'type':'Note','name':'yes','replies':{'type':'Collection','totalItems':3}},
                              {'type':'Note','name':'no','replies':{'totalItems':1e300}},
                              {'type':'Note'}]}
                    """))
            .poll()
            .orElseThrow();
    assertThat(poll.multiple()).isTrue();
    assertThat(poll.endTime()).contains(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(poll.votersCount()).contains(0L);
    assertThat(poll.options())
        .containsExactly(
            new Poll.Option("yes", 3),
            new Poll.Option("no", 1_000_000_000),
            new Poll.Option("", 0));
  }

  @Test
  void tags_are_those_that_can_be_linked() {
    var tags =
        Post.from(
                post("Note")
                    .with(
                        "tag",
                        List.of(
                            Map.of("type", "Mention", "href", BOB, "name", "@bob"),
                            Map.of("type", "Mention", "name", "@nobody"),
                            Map.of("type", "Hashtag", "name", "#Brücke"),
                            Map.of("type", "Hashtag", "name", "brücke"),
                            Map.of("type", "Hashtag", "name", "#two words"),
                            Map.of("type", "Hashtag", "name", "#"),
                            emoji(":bridge:", "https://peer.example/b.png"),
                            emoji(":a b:", "https://peer.example/b.png"),
                            emoji(":x\" onload=:", "https://peer.example/b.png"),
                            emoji(":nowhere:", "javascript:alert(1)"))))
            .tags();
    assertThat(tags.mentions()).containsExactly(new PostTags.Mention(url(BOB), "@bob"));
    assertThat(tags.hashtags()).containsExactly(new PostTags.Hashtag("brücke"));
    assertThat(tags.emojis())
        .containsExactly(new PostTags.Emoji("bridge", url("https://peer.example/b.png")));
  }

  @Test
  void the_page_for_people_is_the_html_one() {
    var tree =
        post("Video")
            .with(
                "url",
                List.of(
                    Map.of("type", "Link", "mediaType", "video/mp4", "href", POST + ".mp4"),
                    Map.of("type", "Link", "mediaType", "text/html", "href", POST + ".html")));
    assertThat(Post.from(tree).head().page()).contains(url(POST + ".html"));
    assertThat(Post.from(post("Note").with("url", "javascript:alert(1)")).head().page()).isEmpty();
  }

  private static Attachment only(String written) {
    return Post.from(post("Note").with("attachment", json(written))).attachments().getFirst();
  }

  private static Tree emoji(String name, String icon) {
    return Tree.of(Map.of("type", "Emoji", "name", name, "icon", Map.of("url", icon)));
  }
}
