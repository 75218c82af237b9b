package social.kring.door.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.community.people.Profile;
import social.kring.community.posts.Draft;
import social.kring.community.posts.PostRow;
import social.kring.community.posts.Wording;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.Answer;
import social.kring.testing.Neighbour;
import social.kring.testing.OpenDoors;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesDoorTest {
  private static final String NODE = "https://town.example";

  private OpenDoors server;
  private Neighbour alice;
  private int made;

  @BeforeAll
  void open() {
    server = new OpenDoors();
  }

  @AfterAll
  void close() {
    server.close();
  }

  @BeforeEach
  void meet() {
    alice = server.square().person("alice" + made++);
  }

  @Test
  void a_profile_is_a_page_that_no_script_and_no_other_site_can_touch() {
    alice.posts("good morning");

    var page = seen(home());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.header("Vary")).contains("Accept");
    assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body()).contains("good morning").doesNotContain("<script", " style=", "onload");
  }

  @Test
  void a_page_that_a_post_links_to_is_shown_in_plain_words_with_its_host() {
    server
        .square()
        .outside()
        .shows(
            "https://news.example/a",
            "<title>&lt;script&gt;x</title><meta property='og:image' content='https://spy.example/1'>");
    alice.posts("read https://news.example/a");
    server.square().drain();

    assertThat(seen(home()).body())
        .contains(
            "<a class=\"clipping\" href=\"https://news.example/a\" rel=\"nofollow noopener noreferrer ugc\"",
            "&lt;script&gt;x",
            "news.example</span>")
        .doesNotContain("<script", "spy.example");
  }

  @Test
  void a_profile_says_where_else_it_is() {
    var page = seen(home()).body();

    assertThat(page)
        .contains(
            "<link rel=\"canonical\" href=\"" + home() + "\">",
            "<link rel=\"alternate\" type=\"application/activity+json\" href=\""
                + alice.actor().uri()
                + "\">",
            "type=\"application/atom+xml\"",
            "<meta property=\"og:type\" content=\"profile\">");
  }

  @Test
  void one_address_serves_people_and_peers() {
    var post = alice.posts("both");

    for (var address : List.of(home(), post.addresses().page().text())) {
      assertThat(seen(address).header("Content-Type")).startsWith("text/html");
      assertThat(server.get(address).header("Content-Type"))
          .as(address)
          .startsWith("application/activity+json");
    }
  }

  @Test
  void what_is_not_for_everyone_is_on_no_page() {
    alice.posts("for followers only", Visibility.PRIVATE);
    alice.posts("between us", Visibility.DIRECT);
    var open = alice.posts("for all");
    var quiet = server.square().person("quiet" + made);
    quiet.posts(Draft.of("whispered answer", Visibility.PRIVATE).inReplyTo(open.id()));

    for (var path :
        List.of(home(), home() + "/with_replies", page(open), home() + ".atom", NODE + "/")) {
      assertThat(seen(path).body())
          .as(path)
          .doesNotContain("for followers only", "between us", "whispered answer");
    }
  }

  @Test
  void a_private_post_is_answered_like_one_that_does_not_exist() {
    var post = alice.posts("hidden", Visibility.PRIVATE);

    var hidden = seen(page(post));
    var unknown = seen(home() + "/123456789012345678");

    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(unknown.body());
  }

  @Test
  void a_post_is_shown_between_what_it_answers_and_the_answers() {
    var bob = server.square().person("bob" + made);
    var question = bob.posts("what is new?");
    var answer = alice.replies(question, "a page for everyone");
    bob.replies(answer, "how nice");

    var page = seen(page(answer)).body();

    assertThat(page.indexOf("what is new?"))
        .isBetween(1, page.indexOf("<article class=\"post chosen"));
    assertThat(page.indexOf("how nice"))
        .isGreaterThan(page.indexOf("<article class=\"post chosen"));
    assertThat(page).contains("<meta property=\"og:description\" content=\"a page for everyone\">");
  }

  @Test
  void a_warning_hides_what_follows_it_and_what_is_said_elsewhere_about_the_page() {
    var wording = new Wording("the butler did it", "Who was it?", true, Optional.of("en"));
    var post =
        alice.posts(new Draft(wording, Visibility.PUBLIC, Optional.empty(), Optional.empty()));

    var page = seen(page(post)).body();

    assertThat(page).contains("<summary><bdi>Who was it?</bdi></summary>");
    assertThat(page).contains("<meta property=\"og:description\" content=\"Who was it?\">");
    assertThat(page.indexOf("the butler did it")).isGreaterThan(page.indexOf("<details"));
  }

  @Test
  void what_people_write_is_text_wherever_it_stands() {
    var evil = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>";
    var people = server.square().town().people();
    var profile =
        people
            .profile(server.square().database(), alice.id())
            .withDisplayName(evil)
            .withBio(evil)
            .withFields(List.of(new Profile.Field(evil, evil)));
    server.square().town().change(tx -> people.update(tx, alice.id(), profile));
    var post = alice.posts(evil);

    for (var path : List.of(home(), page(post), NODE + "/")) {
      assertThat(seen(path).body()).as(path).doesNotContain("<script", "<img src=x");
    }
  }

  @Test
  void a_link_of_ones_own_is_another_address_of_the_same_person() {
    var people = server.square().town().people();
    var profile =
        people
            .profile(server.square().database(), alice.id())
            .withFields(List.of(new Profile.Field("Site", "https://alice.example/")));
    server.square().town().change(tx -> people.update(tx, alice.id(), profile));

    assertThat(seen(home()).body())
        .contains(
            "<a href=\"https://alice.example/\" rel=\"me nofollow noopener\">alice.example</a>");
  }

  @Test
  void pages_lead_to_each_other_and_show_each_post_once() {
    for (var i = 0; i < 25; i++) alice.posts("number " + i + ".");

    var first = seen(home()).body();
    var older = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1");
    var second = seen(older).body();

    assertThat(first).contains("number 24.", "number 5.").doesNotContain("number 4.");
    assertThat(second)
        .contains("number 4.", "number 0.")
        .doesNotContain("number 5.", "rel=\"next\"");
  }

  @Test
  void a_deleted_post_is_gone_from_all_pages_at_once() {
    var post = alice.posts("soon regretted");
    assertThat(seen(home()).body()).contains("soon regretted");
    assertThat(seen(page(post)).status()).isEqualTo(200);

    alice.deletes(post);

    assertThat(seen(home()).body()).doesNotContain("soon regretted");
    assertThat(seen(page(post)).status()).isEqualTo(404);
  }

  @Test
  void a_feed_is_well_formed_and_holds_public_posts() throws Exception {
    alice.posts("first & foremost");
    alice.posts("unlisted", Visibility.UNLISTED);

    var feed = server.get(FediUrl.parse(home() + ".atom"), "*/*");
    var other = server.get(FediUrl.parse(home() + "/feed.atom"), "*/*");

    assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
    assertThat(other.body()).isEqualTo(feed.body());
    var parsed =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(feed.body().getBytes(StandardCharsets.UTF_8)));
    var entries = parsed.getElementsByTagName("entry");
    assertThat(entries.getLength()).isEqualTo(1);
    assertThat(entries.item(0).getTextContent()).contains("first & foremost");
  }

  @Test
  void a_whole_handle_leads_to_the_profile_of_who_is_known() {
    var bob = server.square().stranger("bob" + made, "far.example");

    var known = seen(NODE + "/" + bob.actor().handle());
    var own = seen(NODE + "/" + alice.actor().handle());
    var unknown = seen(NODE + "/@nobody@far.example");

    assertThat(known.status()).isEqualTo(303);
    assertThat(known.header("Location")).isEqualTo(bob.actor().addresses().page().text());
    assertThat(own.header("Location")).isEqualTo(home());
    assertThat(unknown.status()).isEqualTo(404);
  }

  @Test
  void names_are_found_in_any_case_at_their_one_address() {
    var answer = seen(NODE + "/@" + alice.actor().handle().name().toUpperCase());

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(home());
  }

  @Test
  void whoever_is_suspended_or_deleted_has_no_page() {
    var bob = server.square().person("bob" + made);
    var actors = server.square().town().foundation().actors();
    server.square().town().change(tx -> actors.suspend(tx, alice.id()));
    server.square().town().change(tx -> actors.markDeleted(tx, bob.id()));

    assertThat(seen(home()).status()).isEqualTo(404);
    assertThat(seen(bob.actor().addresses().page().text()).status()).isEqualTo(410);
  }

  @Test
  void the_front_page_says_where_one_is_and_what_is_new() {
    alice.posts("news from town");

    var page = seen(NODE + "/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("A town of tests", "news from town", "href=\"/app/\"");
    assertThat(seen(NODE + "/about").body()).contains("1.2.3");
  }

  @Test
  void a_hashtag_has_a_page() {
    alice.posts("all about #Gardening" + made);

    var page = seen(NODE + "/tags/gardening" + made);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("all about");
  }

  @Test
  void whoever_comes_to_follow_is_led_into_the_application() {
    var page = seen(NODE + "/authorize_interaction?uri=acct%3Abob%40far.example");

    assertThat(page.body())
        .contains("<bdi>@bob@far.example</bdi>", "/app/search?q=%40bob%40far.example");
    assertThat(seen(NODE + "/authorize_interaction").status()).isEqualTo(400);
  }

  @Test
  void style_and_mark_are_served_for_good() {
    var page = seen(NODE + "/").body();
    var style = page.replaceAll("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");

    var answer = seen(NODE + style);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/css");
    assertThat(answer.header("Cache-Control")).contains("immutable");
  }

  @Test
  void a_post_shows_its_pictures_with_what_they_show_in_words() {
    var post = alice.posts(Draft.of("look", Visibility.PUBLIC));
    server
        .square()
        .database()
        .execute(
            """
            UPDATE post
               SET attachments = '[{"id": 7, "url": "https://far.example/cat.png",
                     "mediaType": "image/png", "description": "a <cat>", "width": 4, "height": 3}]'
             WHERE id = $1
            """,
            Tuple.of(post.id()));

    var body = seen(page(post)).body();

    assertThat(body)
        .contains("<img src=\"" + NODE + "/media/proxy/", "alt=\"a &lt;cat>\"")
        .doesNotContain("far.example/cat.png");
  }

  @Test
  void pictures_elsewhere_are_not_loaded_from_here() {
    server
        .square()
        .database()
        .execute(
            "UPDATE actor SET avatar = 'https://far.example/a.png' WHERE id = $1",
            Tuple.of(alice.id()));

    assertThat(seen(home()).body()).doesNotContain("far.example/a.png");
  }

  @Test
  void what_does_not_exist_is_a_page_to_people_and_json_to_programs() {
    var path = NODE + "/nothing/at/all";

    assertThat(seen(path).status()).isEqualTo(404);
    assertThat(seen(path).body()).contains("<h1>There is nothing here</h1>");
    assertThat(server.get(path).tree().has("error")).isTrue();
  }

  private Answer seen(String url) {
    return server.get(FediUrl.parse(url), OpenDoors.BROWSER);
  }

  private String home() {
    return alice.actor().addresses().page().text();
  }

  private static String page(PostRow post) {
    return post.addresses().page().text();
  }
}
