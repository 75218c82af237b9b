package social.kring.protocol.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import social.kring.protocol.json.JsonLd;
import social.kring.protocol.json.PeerFiles;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** What Kring understands of documents as other software writes them. */
class PeerViewsTest {

  private static final Set<String> OF_NO_USE_HERE =
      Set.of("mastodon/quote-request.json", "peertube/view.json");

  static Stream<String> documents() {
    return PeerFiles.all().filter(name -> !OF_NO_USE_HERE.contains(name));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_document_has_a_view_that_loses_nothing(String name) {
    var document = JsonLd.compact(PeerFiles.read(name));

    var view = ApObject.parse(document);

    assertThat(view).isNotInstanceOf(UnknownObject.class).isNotInstanceOf(UnknownActivity.class);
    assertThat(view.tree()).isEqualTo(document);
  }

  @Test
  void a_note_of_mastodon() {
    var create = (Create) parse("mastodon/create-note.json");
    var note = (Post) create.object().embedded().orElseThrow();

    assertThat(create.actor()).isEqualTo(url("https://mastodon.example/users/alice"));
    assertThat(note.audience().visibility(Optional.empty())).isEqualTo(Audience.Visibility.PUBLIC);
    assertThat(note.inReplyTo()).contains(url("https://acme.example/ap/o/9"));
    assertThat(note.head().published()).contains(Instant.parse("2026-11-20T09:15:00Z"));
    assertThat(note.head().page())
        .contains(url("https://mastodon.example/@alice/113500000000000001"));
    assertThat(note.content().summary()).contains("work");
    assertThat(note.content().sensitive()).isTrue();
    assertThat(note.content().language()).contains("de");
    assertThat(note.content().html()).contains("Grüße");
    assertThat(note.tags().mentions())
        .containsExactly(
            new PostTags.Mention(url("https://acme.example/ap/p/7f3a"), "@bob@acme.example"));
    assertThat(note.tags().hashtags()).containsExactly(new PostTags.Hashtag("jobs"));
    assertThat(note.tags().emojis())
        .containsExactly(
            new PostTags.Emoji("kring", url("https://files.mastodon.example/emoji/7.png")));
    var picture = note.attachments().getFirst();
    assertThat(picture.mediaType()).isEqualTo("image/png");
    assertThat(picture.description()).contains("A ring on a table");
    assertThat(picture.focus()).contains(new Attachment.Focus(-0.25, 0.5));
    assertThat(picture.size()).isEqualTo(new Attachment.Size(1_200, 800));
  }

  @Test
  void a_person_of_mastodon() {
    var alice = (Actor) parse("mastodon/person.json");

    assertThat(alice.preferredUsername()).isEqualTo("alice");
    assertThat(alice.links().sharedInbox()).contains(url("https://mastodon.example/inbox"));
    assertThat(alice.links().alsoKnownAs()).containsExactly("https://old.example/users/alice");
    assertThat(alice.links().collections().featured())
        .contains(url("https://mastodon.example/users/alice/collections/featured"));
    assertThat(alice.choices().manuallyApprovesFollowers()).isTrue();
    assertThat(alice.choices().discoverable()).isTrue();
    assertThat(alice.profile().fields())
        .extracting(ActorProfile.PropertyValue::name)
        .containsExactly("Home", "Pronouns");
    assertThat(alice.profile().icon())
        .contains(url("https://files.mastodon.example/avatars/alice.jpg"));
    assertThat(alice.keys())
        .extracting(ActorKey::id)
        .containsExactly(url("https://mastodon.example/users/alice#main-key"));
  }

  @Test
  void a_poll_of_mastodon() {
    var question = (Post) parse("mastodon/question.json");
    var poll = question.poll().orElseThrow();

    assertThat(question.head().type()).isEqualTo(PostType.QUESTION);
    assertThat(poll.multiple()).isTrue();
    assertThat(poll.votersCount()).contains(5L);
    assertThat(poll.options())
        .containsExactly(new Poll.Option("Tabs", 2), new Poll.Option("Spaces", 4));
    assertThat(poll.endTime()).contains(Instant.parse("2026-11-27T10:00:00Z"));
    assertThat(question.content().summary()).isEmpty();
    assertThat(
            question
                .audience()
                .visibility(Optional.of(url("https://mastodon.example/users/alice/followers"))))
        .isEqualTo(Audience.Visibility.PRIVATE);
  }

  @Test
  void a_deletion_of_mastodon() {
    var delete = (Delete) parse("mastodon/delete.json");

    assertThat(delete.object().embedded().orElseThrow()).isInstanceOf(Tombstone.class);
    assertThat(delete.object().id())
        .contains(url("https://mastodon.example/users/alice/statuses/113500000000000001"));
  }

  @Test
  void a_note_of_gotosocial_which_writes_lists_of_one_as_one() {
    var note = post("gotosocial/create-note.json");

    assertThat(note.audience().isPublic()).isTrue();
    assertThat(note.attachments()).hasSize(1);
    assertThat(note.attachments().getFirst().focus()).contains(new Attachment.Focus(0, 0));
    assertThat(note.tags().hashtags()).containsExactly(new PostTags.Hashtag("cat"));
    assertThat(note.content().summary()).isEmpty();
    assertThat(note.head().published()).contains(Instant.parse("2026-11-20T12:00:00.123Z"));
  }

  @Test
  void a_person_of_gotosocial_whose_key_has_an_address_of_its_own() {
    var dora = (Actor) parse("gotosocial/person.json");

    assertThat(dora.keys())
        .extracting(ActorKey::id)
        .containsExactly(url("https://gts.example/users/dora/main-key"));
    assertThat(dora.profile().fields())
        .containsExactly(new ActorProfile.PropertyValue("site", "dora.example"));
  }

  @Test
  void an_acceptance_of_gotosocial_embeds_the_follow() {
    var accept = (Accept) parse("gotosocial/accept-follow.json");

    var follow = (Follow) accept.object().embedded().orElseThrow();
    assertThat(follow.id()).contains(url("https://acme.example/ap/a/17"));
    assertThat(follow.actor()).isEqualTo(url("https://acme.example/ap/p/7f3a"));
  }

  @Test
  void a_note_of_akkoma() {
    var note = post("akkoma/create-note.json");

    assertThat(note.attributedTo()).isEqualTo(url("https://akkoma.example/users/erin"));
    assertThat(note.attachments().getFirst().description()).isEmpty();
    assertThat(note.content().language()).contains("en");
    assertThat(note.content().sensitive()).isFalse();
    assertThat(note.tree().string("quoteUri"))
        .contains("https://mastodon.example/users/alice/statuses/1");
  }

  @Test
  void a_reaction_of_akkoma() {
    var react = (EmojiReact) parse("akkoma/emoji-react.json");

    assertThat(react.content()).contains(":blobcat:");
    assertThat(react.object()).isEqualTo(url("https://acme.example/ap/o/9"));
  }

  @Test
  void a_person_of_pleroma() {
    var frank = (Actor) parse("pleroma/person.json");

    assertThat(frank.webfinger()).contains("frank@pleroma.example");
    assertThat(frank.profile().tags().emojis()).hasSize(1);
    assertThat(frank.tree().string("vcard:bday")).contains("1990-01-01");
  }

  @Test
  void a_note_of_misskey() {
    var note = post("misskey/create-note.json");

    assertThat(note.content().html()).startsWith("<p>nya");
    assertThat(note.content().name()).isEmpty();
    assertThat(note.attachments().getFirst().description()).isEmpty();
    assertThat(note.tags().emojis()).extracting(PostTags.Emoji::shortcode).containsExactly("nya");
    assertThat(note.tree().string("_misskey_quote")).contains("https://acme.example/ap/o/9");
  }

  @Test
  void a_person_of_misskey_without_a_display_name() {
    var gina = (Actor) parse("misskey/person.json");

    assertThat(gina.profile().name()).isEmpty();
    assertThat(gina.profile().image()).isEmpty();
    assertThat(gina.keys()).hasSize(1);
  }

  @Test
  void a_like_of_misskey_says_with_which_emoji() {
    var like = PeerFiles.read("misskey/like.json");

    assertThat(((Like) view(like)).content()).contains("🎉");
    assertThat(((Like) view(like.without("content"))).content()).contains("🎉");
    assertThat(((Like) view(like.without("content").without("_misskey_reaction"))).content())
        .isEmpty();
  }

  @Test
  void a_page_of_lemmy_that_its_community_announces() {
    var announce = (Announce) parse("lemmy/announce-create-page.json");
    var create = (Create) announce.object().embedded().orElseThrow();
    var page = (Post) create.object().embedded().orElseThrow();

    assertThat(announce.actor()).isEqualTo(url("https://lemmy.example/c/java"));
    assertThat(create.actor()).isEqualTo(url("https://lemmy.example/u/henry"));
    assertThat(page.head().type()).isEqualTo(PostType.PAGE);
    assertThat(page.content().name()).contains("Virtual threads, a year later");
    assertThat(page.content().language()).contains("en");
    assertThat(page.content().plainText()).isFalse();
    assertThat(page.attachments()).isEmpty();
  }

  @Test
  void a_like_of_lemmy_that_its_community_announces() {
    var announce = (Announce) parse("lemmy/announce-like.json");

    var like = (Like) announce.object().embedded().orElseThrow();
    assertThat(like.object()).isEqualTo(url("https://acme.example/ap/o/9"));
  }

  @Test
  void a_video_of_peertube() {
    var video = (Post) parse("peertube/video.json");

    assertThat(video.attributedTo()).isEqualTo(url("https://peertube.example/accounts/ida"));
    assertThat(video.head().page()).contains(url("https://peertube.example/w/0d1e"));
    assertThat(video.content().name()).contains("How to leave");
    assertThat(video.content().plainText()).isTrue();
    assertThat(video.content().language()).contains("en");
    assertThat(video.tags().hashtags()).containsExactly(new PostTags.Hashtag("exit"));
  }

  @Test
  void an_event_of_mobilizon() {
    var event = (Post) parse("mobilizon/event.json");

    assertThat(event.head().type()).isEqualTo(PostType.EVENT);
    assertThat(event.content().name()).contains("Exit night");
    assertThat(event.tree().instant("startTime")).contains(Instant.parse("2026-12-01T17:00:00Z"));
  }

  private static Post post(String name) {
    var create = (Create) parse(name);
    return (Post) create.object().embedded().orElseThrow();
  }

  private static ApObject parse(String name) {
    return view(PeerFiles.read(name));
  }

  private static ApObject view(Tree tree) {
    return ApObject.parse(JsonLd.compact(tree));
  }

  private static FediUrl url(String text) {
    return FediUrl.parse(text);
  }
}
