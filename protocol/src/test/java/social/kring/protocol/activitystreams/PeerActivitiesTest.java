package social.kring.protocol.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.json.JsonLd;
import social.kring.protocol.json.PeerFiles;
import social.kring.protocol.url.FediUrl;

/** Each kind of activity means the same, whichever software writes it. */
class PeerActivitiesTest {
  private static final FediUrl ANN = FediUrl.parse("https://acme.example/ap/p/7f3a");
  private static final FediUrl POST = FediUrl.parse("https://acme.example/ap/o/9");
  private static final FediUrl FOLLOW = FediUrl.parse("https://acme.example/ap/a/17");

  private static Stream<String> named(String pattern) {
    return PeerFiles.all().filter(name -> name.matches("[a-z]+/" + pattern + "\\.json"));
  }

  static Stream<String> follows() {
    return named("follow");
  }

  @ParameterizedTest
  @MethodSource("follows")
  void a_follow_says_who_follows_whom(String name) {
    var follow = (Follow) activity(name);

    assertThat(follow.object().host()).isEqualTo("acme.example");
    assertThat(follow.id().orElseThrow().sameOrigin(follow.actor())).isTrue();
  }

  static Stream<String> answers() {
    return named("(accept|reject)-follow");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_shows_the_follow_that_it_answers(String name) {
    var answer = activity(name);

    assertThat(answer).isInstanceOfAny(Accept.class, Reject.class);
    var follow = (Follow) embedded(answer);
    assertThat(follow.id()).contains(FOLLOW);
    assertThat(follow.actor()).isEqualTo(ANN);
    assertThat(follow.object()).isEqualTo(answer.actor());
  }

  static Stream<String> likes() {
    return named("like.*");
  }

  @ParameterizedTest
  @MethodSource("likes")
  void a_like_names_what_is_liked(String name) {
    assertThat(((Like) activity(name)).object()).isEqualTo(POST);
  }

  static Stream<String> boosts() {
    return named("announce");
  }

  @ParameterizedTest
  @MethodSource("boosts")
  void a_boost_names_what_is_shown_to_whom(String name) {
    var boost = (Announce) activity(name);

    assertThat(boost.object().id()).contains(POST);
    assertThat(boost.audience().isPublic()).isTrue();
  }

  static Stream<String> undos() {
    return named("undo-.*").filter(name -> !name.equals("lemmy/undo-delete-page.json"));
  }

  @ParameterizedTest
  @MethodSource("undos")
  void what_is_undone_is_shown_and_is_by_the_same_actor(String name) {
    var undo = (Undo) activity(name);

    var undone = (Activity) undo.object().embedded().orElseThrow();
    assertThat(name)
        .contains(
            "undo-"
                + undone
                    .head()
                    .tree()
                    .string("type")
                    .orElseThrow()
                    .toLowerCase(java.util.Locale.ROOT));
    assertThat(undone.actor()).isEqualTo(undo.actor());
  }

  static Stream<String> deletions() {
    return named("delete.*");
  }

  @ParameterizedTest
  @MethodSource("deletions")
  void a_deletion_names_what_lies_where_its_actor_lies(String name) {
    var delete = (Delete) activity(name);

    assertThat(delete.object().requiredId().sameOrigin(delete.actor())).isTrue();
  }

  static Stream<String> publications() {
    return named("(create|update)-.*")
        .filter(name -> !name.matches(".*/(create-chat-message|update-(person|group))\\.json"));
  }

  @ParameterizedTest
  @MethodSource("publications")
  void what_is_published_is_a_post_by_its_actor(String name) {
    var activity = activity(name);

    assertThat(activity).isInstanceOfAny(Create.class, Update.class);
    var post = (Post) embedded(activity);
    assertThat(post.uri().sameOrigin(activity.actor())).isTrue();
    assertThat(post.attributedTo().sameOrigin(activity.actor())).isTrue();
    assertThat(post.head().page().orElse(post.uri()).sameOrigin(post.uri())).isTrue();
  }

  static Stream<String> groups() {
    return named("announce-(create|update)-.*");
  }

  @ParameterizedTest
  @MethodSource("groups")
  void what_a_group_announces_shows_the_post(String name) {
    var announced = (Activity) embedded(activity(name));

    assertThat(embedded(announced)).isInstanceOf(Post.class);
  }

  static Stream<String> profiles() {
    return named("(update-)?(person|group|instance)");
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void whoever_it_is_has_a_name_an_inbox_and_a_key(String name) {
    var document = parse(name);
    var actor = (Actor) (document instanceof Update update ? embedded(update) : document);

    assertThat(actor.preferredUsername()).isNotBlank();
    assertThat(actor.links().inbox().sameOrigin(actor.uri())).isTrue();
    assertThat(actor.keys()).hasSize(1);
  }

  static Stream<String> reports() {
    return named("flag");
  }

  @ParameterizedTest
  @MethodSource("reports")
  void a_report_says_what_is_wrong_with_what(String name) {
    var flag = (Flag) activity(name);

    assertThat(flag.objects()).isNotEmpty().isSubsetOf(ANN, POST);
    assertThat(flag.content()).isNotBlank();
  }

  @Test
  void a_direct_message_is_for_whom_it_names() {
    for (var name : new String[] {"mastodon/create-direct-note", "lemmy/create-private-message"}) {
      var post = post(name + ".json");

      assertThat(post.audience().visibility(Optional.empty())).isEqualTo(Visibility.DIRECT);
      assertThat(post.audience().named()).containsExactly(ANN);
    }
  }

  @Test
  void what_misskey_shows_at_home_is_unlisted_and_has_its_warning() {
    var post = post("misskey/create-home-note.json");

    assertThat(post.audience().visibility(Optional.empty())).isEqualTo(Visibility.UNLISTED);
    assertThat(post.content().summary()).contains("food");
    assertThat(post.tags().hashtags()).containsExactly(new PostTags.Hashtag("lunch"));
  }

  @Test
  void polls_without_an_end_and_with_one() {
    var open = post("misskey/create-question.json").poll().orElseThrow();
    var ends = post("pleroma/create-question.json").poll().orElseThrow();

    assertThat(open.multiple()).isTrue();
    assertThat(open.endTime()).isEmpty();
    assertThat(ends.multiple()).isFalse();
    assertThat(ends.options()).extracting(Poll.Option::votes).containsExactly(3L, 1L);
    assertThat(ends.closed()).isPresent();
  }

  /** Pleroma puts the address of a file into a link. */
  @Test
  void a_file_of_pleroma_is_found_behind_its_link() {
    var picture = post("pleroma/create-note.json").attachments().getFirst();

    assertThat(picture.url().text()).isEqualTo("https://pleroma.example/media/harbour.webp");
    assertThat(picture.mediaType()).isEqualTo("image/webp");
  }

  /** Pixelfed writes null where there are no words, and one mention by itself beside the others. */
  @Test
  void a_picture_of_pixelfed_needs_no_words_and_its_answers_name_whom_they_answer() {
    assertThat(post("pixelfed/create-note.json").content().html()).isEmpty();
    assertThat(post("pixelfed/create-note.json").attachments()).hasSize(1);
    assertThat(post("pixelfed/create-reply.json").tags().mentions())
        .contains(new PostTags.Mention(ANN, "@ann@acme.example"));
  }

  @Test
  void an_article_of_writefreely_has_its_title_and_its_page() {
    var post = post("writefreely/create-article.json");

    assertThat(post.head().type()).isEqualTo(PostType.ARTICLE);
    assertThat(post.content().name()).contains("Stone or steel");
    assertThat(post.content().html()).startsWith("<p>The stone is slower");
    assertThat(post.content().language()).contains("en");
    assertThat(post.head().page().orElseThrow().text()).endsWith("/stone-or-steel");
  }

  @Test
  void an_event_of_mobilizon_belongs_to_its_group() {
    assertThat(post("mobilizon/create-event.json").attributedTo().text()).endsWith("@java_berlin");
    assertThat(activity("mobilizon/join.json")).isInstanceOf(Join.class);
    assertThat(activity("mobilizon/leave.json")).isInstanceOf(Leave.class);
    assertThat(activity("mobilizon/invite.json")).isInstanceOf(Invite.class);
    assertThat(embedded(activity("mobilizon/accept-join.json"))).isInstanceOf(Join.class);
  }

  @Test
  void what_nobody_here_knows_keeps_its_name() {
    assertThat(((UnknownActivity) activity("peertube/view.json")).type()).isEqualTo("View");
    assertThat(((UnknownActivity) activity("mastodon/quote-request.json")).type())
        .isEqualTo("QuoteRequest");
  }

  private static Post post(String name) {
    return (Post) embedded(activity(name));
  }

  private static ApObject embedded(Activity activity) {
    return activity.objectReference().orElseThrow().embedded().orElseThrow();
  }

  private static Activity activity(String name) {
    return Activity.parse(JsonLd.compact(PeerFiles.read(name)));
  }

  private static ApObject parse(String name) {
    return ApObject.parse(JsonLd.compact(PeerFiles.read(name)));
  }
}
