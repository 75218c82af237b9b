package social.kring.community.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.json.Tree;
import social.kring.testing.Neighbour;
import social.kring.testing.PeerDocument;
import social.kring.testing.Square;
import social.kring.testing.Stranger;

/** Posts as other software writes them are shown as their authors meant them. */
class PeerPostsTest {
  private final Square square = new Square();
  private final Neighbour ann = square.person("ann");
  private final Map<String, Stranger> authors = new HashMap<>();
  private final PostRow asked = ann.posts("what do you all think?");

  @AfterEach
  void close() {
    square.close();
  }

  @Test
  void notes_are_shown_with_all_that_is_in_them() {
    var mastodon = post("mastodon/create-note", "mastodon.example/users/alice");
    var pleroma = post("pleroma/create-note", "pleroma.example/users/frank");
    var misskey = post("misskey/create-home-note", "misskey.example/users/8xyz");

    assertThat(mastodon.body().text().html()).contains("Grüße :kring:");
    assertThat(mastodon.body().text().spoiler()).isEqualTo("work");
    assertThat(mastodon.body().media())
        .extracting(PostMedia::mediaType)
        .containsExactly("image/png");
    assertThat(mastodon.body().emojis()).extracting(PostEmoji::shortcode).containsExactly("kring");
    assertThat(pleroma.body().text().html())
        .contains("fog again")
        .contains("class=\"u-url mention\"");
    assertThat(pleroma.body().media())
        .extracting(PostMedia::mediaType)
        .containsExactly("image/webp");
    assertThat(misskey.kind().visibility()).isEqualTo(Visibility.UNLISTED);
    assertThat(misskey.body().text().spoiler()).isEqualTo("food");
    assertThat(List.of(mastodon, pleroma)).allMatch(post -> post.thread().parent().isPresent());
  }

  @Test
  void a_comment_elsewhere_is_an_answer_here() {
    var lemmy = post("lemmy/create-comment", "lemmy.example/u/henry");
    var peertube = post("peertube/create-comment", "peertube.example/accounts/ida");
    var mobilizon = post("mobilizon/create-comment", "mobilizon.example/@kim");
    var pixelfed = post("pixelfed/create-reply", "pixelfed.example/users/lena");

    assertThat(List.of(lemmy, peertube, mobilizon, pixelfed))
        .allMatch(post -> post.thread().parent().orElseThrow().post() == asked.id());
    assertThat(lemmy.body().text().html()).contains("<blockquote>");
    assertThat(peertube.body().text().html()).contains("minute two");
    assertThat(ann.sees(asked).orElseThrow().state().counts().replies()).isEqualTo(4);
  }

  @Test
  void what_is_no_note_is_shown_by_its_title_and_leads_to_the_whole() {
    var video = post("peertube/create-video", "peertube.example/accounts/ida");
    var article =
        post("writefreely/create-article", "writefreely.example/api/collections/notes-from-a-mill");
    var page = post("friendica/create-page", "friendica.example/profile/jonas");
    var event = post("friendica/create-event", "friendica.example/profile/jonas");

    assertThat(video.body().text().html())
        .contains("<strong>How to leave</strong>")
        .contains("/w/0d1e");
    assertThat(article.body().text().html())
        .startsWith("<p><strong>Stone or steel</strong></p>")
        .contains("So stone.")
        .contains("/stone-or-steel");
    assertThat(page.body().text().html()).contains("On fenders").contains("One slips.");
    assertThat(page.body().media()).hasSize(1);
    assertThat(event.body().text().html()).contains("Regatta").contains("Come early.");
  }

  @Test
  void a_picture_may_come_without_a_word() {
    var post = post("pixelfed/create-note", "pixelfed.example/users/lena");

    assertThat(post.body().text().html()).isEmpty();
    assertThat(post.body().media())
        .extracting(medium -> medium.description().orElse(""))
        .containsExactly("A sunset");
  }

  @Test
  void a_direct_message_is_for_ann_alone() {
    var carol = square.person("carol");
    var mastodon = post("mastodon/create-direct-note", "mastodon.example/users/alice");
    var lemmy = post("lemmy/create-private-message", "lemmy.example/u/henry");

    for (var post : List.of(mastodon, lemmy)) {
      assertThat(post.kind().visibility()).isEqualTo(Visibility.DIRECT);
      assertThat(ann.sees(post)).isPresent();
      assertThat(carol.sees(post)).isEmpty();
    }
  }

  @Test
  void likes_and_boosts_count_and_are_taken_back() {
    likes("misskey", "users/8xyz", "like", "undo-like");
    likes("peertube", "accounts/ida", "like", "undo-like");
    likes("pixelfed", "users/lena", "announce", "undo-announce");
    likes("misskey", "users/8xyz", "announce", "undo-announce");

    assertThat(counts().favourites()).isZero();
    assertThat(counts().boosts()).isZero();
  }

  private void likes(String software, String author, String deed, String undone) {
    var path = software + ".example/" + author;
    var by = author(path);
    var before = counts().favourites() + counts().boosts();
    by.sends(document(software + "/" + deed, path, by));
    assertThat(counts().favourites() + counts().boosts()).isEqualTo(before + 1);
    by.sends(document(software + "/" + undone, path, by));
    assertThat(counts().favourites() + counts().boosts()).isEqualTo(before);
  }

  private PostCounts counts() {
    return ann.sees(asked).orElseThrow().state().counts();
  }

  private PostRow post(String name, String path) {
    var author = author(path);
    ann.follows(author.actor());
    var create = document(name, path, author);
    author.sends(create);
    square.drain();
    return square.post(create.tree("object").orElseThrow().id("id").orElseThrow()).orElseThrow();
  }

  private Stranger author(String path) {
    return authors.computeIfAbsent(path, this::settled);
  }

  private Stranger settled(String path) {
    var host = path.substring(0, path.indexOf('/'));
    return square.stranger(path.substring(path.lastIndexOf('/') + 1).replace("@", ""), host);
  }

  private Tree document(String name, String path, Stranger author) {
    return PeerDocument.of(name)
        .with("https://" + path + "/followers", author.followers())
        .with("https://" + path, author.actor().uri())
        .with(PeerDocument.PERSON, ann.actor().uri())
        .with(PeerDocument.POST, asked.uri())
        .read();
  }
}
