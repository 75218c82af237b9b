package social.kring.community.previews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.PostRow;
import social.kring.platform.events.Happening;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.Neighbour;
import social.kring.testing.Square;
import social.kring.testing.Stranger;

class PreviewsTest {
  private static final String PAGE = "https://news.example/story";
  private static final String HTML = "<head><title>A story</title></head><body>";

  private final Square square = new Square();
  private final Neighbour alice = square.person("alice");
  private final Stranger bob = square.stranger("bob", "peer.example");

  @BeforeEach
  void publish() {
    square.outside().shows(PAGE, HTML);
    alice.follows(bob.actor());
  }

  @AfterEach
  void close() {
    square.close();
  }

  private Optional<Preview> shown(PostRow post) {
    square.drain();
    return alice.view(PostEntry.of(post.id())).flatMap(view -> view.post().preview());
  }

  private PostRow receives(Tree note) {
    bob.creates(note);
    return bob.post(note).orElseThrow();
  }

  @Test
  void a_post_shows_the_first_page_that_it_links_to() {
    var post = alice.posts("Read " + PAGE + "#end and https://other.example/");

    var preview = shown(post).orElseThrow();
    assertThat(preview.title()).isEqualTo("A story");
    assertThat(preview.url()).isEqualTo(FediUrl.parse(PAGE));
    assertThat(square.outside().visits("https://other.example/")).isZero();
  }

  @Test
  void so_does_a_post_from_elsewhere() {
    var post = receives(bob.note("1", "<p><a href='" + PAGE + "'>this</a></p>"));

    assertThat(shown(post)).isPresent();
  }

  @Test
  void a_hundred_posts_with_one_link_fetch_it_once() {
    for (var i = 0; i < 50; i++) {
      alice.posts(i + " " + PAGE);
      bob.creates(bob.note("n" + i, "<a href='" + PAGE + "'>" + i + "</a>"));
    }
    var last = alice.posts("the last one " + PAGE);

    assertThat(shown(last)).isPresent();
    assertThat(square.outside().visits(PAGE)).isEqualTo(1);
  }

  @Test
  void those_who_keep_posts_in_memory_hear_when_a_preview_arrives() {
    var first = alice.posts(PAGE);
    assertThat(told()).containsExactly(List.of(first.id()));

    var second = alice.posts("again " + PAGE);
    assertThat(told()).containsExactly(List.of(second.id()));
  }

  private List<List<Long>> told() {
    return square.happened().stream()
        .filter(each -> each.kind().equals("preview.shown"))
        .map(Happening::details)
        .map(
            details ->
                details.items("posts").stream().map(id -> Long.valueOf(id.toString())).toList())
        .toList();
  }

  @Test
  void people_and_hashtags_and_pages_of_this_node_are_no_links_to_preview() {
    var note =
        bob.note(
                "1",
                """
                <p><a class="u-url mention" href="https://a.example/@x">@x</a>
                <a class="mention hashtag" href="https://a.example/tags/y">#y</a>
                <a href="https://peer.example/@plain">@plain</a>
                <a href="https://town.example/@alice">her</a>
                <a href="mailto:x@a.example">mail</a></p>
                """)
            .with("tag", Stranger.mention(square.stranger("plain", "peer.example").actor()));

    var html = receives(note).body().text().html();

    assertThat(Link.in(html, Set.of("https://peer.example/@plain")))
        .containsExactly(FediUrl.parse("https://town.example/@alice"));
    square.drain();
    assertThat(square.outside().visits("https://a.example/@x")).isZero();
    assertThat(square.outside().visits("https://town.example/@alice")).isZero();
  }

  @Test
  void a_link_in_a_direct_message_is_not_looked_at() {
    var post = alice.posts("secret " + PAGE, Visibility.DIRECT);

    assertThat(shown(post)).isEmpty();
    assertThat(square.outside().visits(PAGE)).isZero();
  }

  @Test
  void an_edit_changes_what_is_shown() {
    square.outside().shows("https://other.example/", "<title>Other</title>");
    var post = alice.posts(PAGE);
    assertThat(shown(post)).isPresent();

    alice.edits(post, "rather https://other.example/");
    assertThat(shown(post)).map(Preview::title).contains("Other");

    alice.edits(post, "nothing");
    assertThat(shown(post)).isEmpty();
  }

  @Test
  void what_is_not_there_is_not_asked_for_again_that_day() {
    alice.posts("https://gone.example/");
    square.drain();
    alice.posts("https://gone.example/ again");
    square.drain();
    assertThat(square.outside().visits("https://gone.example/")).isEqualTo(1);

    square.town().clock().advance(Duration.ofDays(2));
    alice.posts("https://gone.example/ and again");
    square.drain();
    assertThat(square.outside().visits("https://gone.example/")).isEqualTo(2);
  }

  @Test
  void what_is_away_is_asked_for_twice_more() {
    square.outside().isAway("https://away.example/");
    alice.posts("https://away.example/");
    square.drain();

    assertThat(square.outside().visits("https://away.example/")).isEqualTo(3);
  }

  @Test
  void what_is_there_is_looked_at_again_after_two_weeks_and_stays_if_it_went() {
    var post = alice.posts(PAGE);
    assertThat(shown(post)).isPresent();
    square.town().clock().advance(Duration.ofDays(13));
    alice.posts("soon " + PAGE);
    square.drain();
    assertThat(square.outside().visits(PAGE)).isEqualTo(1);

    square.town().clock().advance(Duration.ofDays(2));
    square.outside().shows(PAGE, "<p>no title");
    alice.posts("later " + PAGE);

    assertThat(shown(post)).isPresent();
    assertThat(square.outside().visits(PAGE)).isEqualTo(2);
  }

  @Test
  void what_nobody_links_to_any_longer_is_forgotten() {
    var post = alice.posts(PAGE);
    square.drain();
    alice.deletes(post);
    square.drain();
    assertThat(rows()).isEqualTo(1);

    square.town().clock().advance(Duration.ofDays(15));
    sweep();

    assertThat(rows()).isZero();
  }

  @Test
  void what_somebody_links_to_again_is_kept() {
    var post = alice.posts(PAGE);
    var other = alice.posts("me too " + PAGE);
    square.drain();
    alice.deletes(post);
    square.drain();
    square.town().clock().advance(Duration.ofDays(15));

    sweep();

    assertThat(shown(other)).isPresent();
  }

  private void sweep() {
    new PreviewSweep(new PreviewTable(), square.database(), square.town().clock())
        .run(Tree.builder().build());
  }

  private int rows() {
    return square
        .database()
        .one("SELECT count(*) FROM preview", row -> row.getInteger(0))
        .orElseThrow();
  }
}
