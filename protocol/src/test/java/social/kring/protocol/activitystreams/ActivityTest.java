package social.kring.protocol.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static social.kring.protocol.activitystreams.Documents.ALICE;
import static social.kring.protocol.activitystreams.Documents.BOB;
import static social.kring.protocol.activitystreams.Documents.POST;
import static social.kring.protocol.activitystreams.Documents.activity;
import static social.kring.protocol.activitystreams.Documents.json;
import static social.kring.protocol.activitystreams.Documents.post;
import static social.kring.protocol.activitystreams.Documents.url;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

class ActivityTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        Accept.class,
        Add.class,
        Announce.class,
        Block.class,
        Create.class,
        Delete.class,
        Dislike.class,
        EmojiReact.class,
        Flag.class,
        Follow.class,
        Invite.class,
        Join.class,
        Leave.class,
        Like.class,
        Move.class,
        Offer.class,
        Reject.class,
        Remove.class,
        Undo.class,
        Update.class
      })
  void every_activity_has_a_view_that_loses_nothing(Class<? extends Activity> view) {
    var tree = activity(view.getSimpleName()).with("unheard-of", List.of(1, "two"));
    var activity = Activity.parse(tree);
    assertThat(activity).isInstanceOf(view).isEqualTo(ApObject.parse(tree));
    assertThat(activity.tree()).isEqualTo(tree);
    assertThat(activity.id()).contains(url(BOB + "/activities/1"));
    assertThat(activity.actor()).isEqualTo(url(BOB));
    assertThat(activity.objectReference()).contains(new ObjectReference.ById(url(POST)));
  }

  @Test
  void no_view_is_left_out_above() {
    assertThat(ActivityType.values()).hasSize(20);
    assertThat(Activity.class.getPermittedSubclasses()).hasSize(21);
  }

  @Test
  void an_activity_of_an_unknown_type_is_kept_as_such() {
    var activity = Activity.parse(activity("Arrive").without("object"));
    assertThat(activity).isEqualTo(new UnknownActivity("Arrive", activity.head()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"['Create','Copy']", "['Copy','Create']", "'Create'", "['Create']"})
  void the_first_known_type_of_several_counts(String types) {
    var tree = json("{'type':%s,'actor':'%s','object':'%s'}".formatted(types, BOB, POST));
    assertThat(Activity.parse(tree)).isInstanceOf(Create.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'https://peer.example/users/bob'",
        "['https://peer.example/users/bob']",
        "{'id':'https://peer.example/users/bob','type':'Person'}",
        "[{'type':'Person'},{'id':'https://peer.example/users/bob'}]"
      })
  void an_actor_is_written_in_several_ways(String actor) {
    var tree = json("{'type':'Like','actor':%s,'object':'%s'}".formatted(actor, POST));
    assertThat(Activity.parse(tree).actor()).isEqualTo(url(BOB));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'type':1}",
        "{'type':[]}",
        "{'type':'Like'}",
        "{'type':'Like','actor':'bob'}",
        "{'type':'Like','actor':1}",
        "{'type':'Like','actor':[]}",
        "{'type':'Like','actor':{'id':null}}",
        "{'type':'Like','actor':'https://a.example/b'}",
        "{'type':'Like','actor':'https://a.example/b','object':'post'}",
        "{'type':'Like','actor':'https://a.example/b','object':{'type':'Note'}}",
        "{'type':'Follow','actor':'https://a.example/b','object':{'type':'Odd'}}",
        "{'type':'Move','actor':'https://a.example/b','object':'https://a.example/b'}",
        "{'type':'Add','actor':'https://a.example/b','object':'https://a.example/b','target':1}",
        "{'type':'Create','actor':'https://a.example/b','object':[]}",
        "{'type':'Create','actor':'https://a.example/b','object':{}}",
        "{'type':'Create','actor':'https://a.example/b','object':{'type':'Note'}}"
      })
  void what_lacks_what_its_type_needs_is_malformed(String text) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> Activity.parse(json(text)))
        .matches(problem -> problem.kind() == Problem.Kind.MALFORMED)
        .withMessageMatching("(type|actor|object|target|id|attributedTo) .*");
  }

  @Test
  void an_embedded_object_is_read_too() {
    var create = Activity.parse(activity("Create").with("object", post("Note")));
    assertThat(create.objectReference().flatMap(ObjectReference::embedded))
        .containsInstanceOf(Post.class);
    var undo = Activity.parse(activity("Undo").with("object", activity("Like")));
    assertThat(undo.objectReference().flatMap(ObjectReference::embedded))
        .containsInstanceOf(Like.class);
  }

  @Test
  void an_embedded_object_without_what_its_type_needs_is_its_address() {
    var byId = new ObjectReference.ById(url(POST));
    for (var object :
        new Tree[] {
          json("{'id':'%s'}".formatted(POST)), json("{'id':'%s','type':'Person'}".formatted(POST))
        }) {
      assertThat(Activity.parse(activity("Delete").with("object", object)).objectReference())
          .contains(byId);
    }
  }

  @Test
  void the_first_of_several_objects_counts() {
    var tree = activity("Like").with("object", List.of(POST, ALICE));
    assertThat(Activity.parse(tree).objectReference())
        .contains(new ObjectReference.ById(url(POST)));
  }

  @Test
  void a_report_names_up_to_a_hundred_objects() {
    var objects = IntStream.range(0, 150).mapToObj(i -> POST + i).toList();
    var flag =
        (Flag)
            Activity.parse(
                activity("Flag").with("object", objects).with("content", "x".repeat(20_000)));
    assertThat(flag.objects()).hasSize(100).startsWith(url(POST + "0"));
    assertThat(flag.content()).hasSize(10_000);
  }

  @Test
  void a_reaction_has_its_emoji() {
    var react = (EmojiReact) Activity.parse(activity("EmojiReact").with("content", "🌉"));
    assertThat(react.content()).contains("🌉");
    var like = (Like) Activity.parse(activity("Like").with("content", "🌉".repeat(100)));
    assertThat(like.content()).contains("🌉".repeat(32));
  }

  @Test
  void a_move_says_from_where_to_where() {
    var move = (Move) Activity.parse(activity("Move").with("object", BOB).with("target", ALICE));
    assertThat(move.object()).isEqualTo(url(BOB));
    assertThat(move.target()).isEqualTo(url(ALICE));
  }

  @Test
  void a_mastodon_post_is_read_whole() throws IOException {
    try (var resource = ActivityTest.class.getResourceAsStream("create.json")) {
      var tree = StrictJson.parse(resource.readAllBytes());
      var create = Activity.parse(tree);
      assertThat(create.published()).contains(Instant.parse("2026-03-01T12:00:00Z"));
      assertThat(create.audience().isPublic()).isTrue();
      var post = (Post) create.objectReference().flatMap(ObjectReference::embedded).orElseThrow();
      assertThat(post.inReplyTo()).contains(url("https://acme.example/ap/o/9"));
      assertThat(post.content().language()).contains("en");
      assertThat(post.content().html()).contains("the bridge is up");
      assertThat(post.tags().mentions())
          .extracting(PostTags.Mention::name)
          .containsExactly("@alice@acme.example");
      assertThat(post.tags().hashtags()).containsExactly(new PostTags.Hashtag("commuting"));
      assertThat(post.attachments()).hasSize(1);
      assertThat(post.attachments().getFirst().focus()).contains(new Attachment.Focus(0.1, -0.2));
      assertThat(post.tree().string("conversation")).isPresent();
      assertThat(create.tree()).isEqualTo(tree);
    }
  }
}
