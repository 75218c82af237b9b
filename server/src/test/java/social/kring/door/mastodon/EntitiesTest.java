package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.kring.protocol.json.Tree;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;
import social.kring.testing.Stranger;

/** Every document has the fields that its documentation has, and no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntitiesTest {
  private final EntityRules signedIn = EntityRules.read(true);
  private final EntityRules open = EntityRules.read(false);
  private static final String FILTER =
      """
      {"title": "Mind", "context": ["home"], "expires_in": 3600,
       "keywords_attributes": [{"keyword": "hello", "whole_word": true}]}
      """;

  private ApiTown town;
  private Resident alice;
  private Resident bob;
  private Stranger carol;
  private String post;
  private String answer;
  private String poll;
  private String linking;

  @BeforeAll
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    bob = town.person("bob");
    carol = town.stranger("carol", "far.example");
    bob.follows(alice);
    post = alice.posts("hello #world @bob", "spoiler_text", "mind").id();
    alice.api().put("/api/v1/statuses/" + post, "status", "hello #worlds @bob");
    answer = bob.posts("indeed", "in_reply_to_id", post).id();
    bob.api().post("/api/v1/statuses/" + post + "/favourite");
    bob.api().post("/api/v1/statuses/" + post + "/reblog");
    alice.api().post("/api/v1/statuses/" + post + "/pin");
    alice.api().post("/api/v1/accounts/" + carol.id() + "/mute", "duration", "3600");
    town.square().follow(alice.actor(), carol.actor());
    carol.creates(question());
    town.square()
        .outside()
        .shows("https://news.example/", "<title>News</title><meta name=author content=Ada>");
    linking = alice.posts("look at https://news.example/").id();
    alice.api().post("/api/v1/lists", "title", "Friends");
    alice.api().post("/api/v1/tags/worlds/follow");
    alice.api().post("/api/v1/tags/worlds/feature");
    var filter = alice.api().json("POST", "/api/v2/filters", FILTER).id();
    alice.api().post("/api/v2/filters/" + filter + "/statuses", "status_id", post);
    poll = Long.toString(carol.post(question()).orElseThrow().id());
    town.drain();
  }

  private Tree question() {
    return carol
        .note("question", "<p>What :blobcat: now?</p>")
        .with("type", "Question")
        .with("endTime", "2026-12-24T12:00:00Z")
        .with("votersCount", 3)
        .with("oneOf", List.of(option("this", 2), option("that", 1)))
        .with("attachment", List.of(picture()))
        .with("tag", List.of(emoji()));
  }

  private static Map<String, Object> option(String name, int votes) {
    return Map.of(
        "type", "Note", "name", name, "replies", Map.of("type", "Collection", "totalItems", votes));
  }

  private static Map<String, Object> picture() {
    return Map.of(
        "type", "Document",
        "mediaType", "image/jpeg",
        "url", "https://far.example/cat.jpg",
        "name", "a cat",
        "blurhash", "LEHV6nWB2yk8pyo0adR*.7kCMdnj",
        "focalPoint", List.of(0.5, -0.25),
        "width", 640,
        "height", 480);
  }

  private static Map<String, Object> emoji() {
    return Map.of(
        "type", "Emoji",
        "id", "https://far.example/emoji/blobcat",
        "name", ":blobcat:",
        "icon", Map.of("type", "Image", "url", "https://far.example/blobcat.png"));
  }

  @AfterAll
  void close() {
    town.close();
  }

  @ParameterizedTest
  @CsvSource({
    "CredentialAccount, /api/v1/accounts/verify_credentials",
    "Account, /api/v1/accounts/BOB",
    "Account, /api/v1/accounts/CAROL",
    "Account, /api/v1/accounts/lookup?acct=carol@far.example",
    "Account, /api/v1/accounts/ALICE/followers",
    "Account, /api/v1/accounts/search?q=bo",
    "Relationship, /api/v1/accounts/relationships?id[]=BOB&id[]=CAROL",
    "FamiliarFollowers, /api/v1/accounts/familiar_followers?id[]=BOB",
    "MutedAccount, /api/v1/mutes",
    "Status, /api/v1/statuses/POST",
    "Status, /api/v1/statuses/POLL",
    "Status, /api/v1/statuses/LINKING",
    "PreviewCard, /api/v1/statuses/LINKING/card",
    "Status, /api/v1/statuses?id[]=POST&id[]=POLL",
    "Status, /api/v1/timelines/home",
    "Status, /api/v1/timelines/public",
    "Status, /api/v1/timelines/tag/worlds",
    "Status, /api/v1/accounts/ALICE/statuses",
    "Status, /api/v1/accounts/ALICE/statuses?pinned=true",
    "Status, /api/v1/accounts/BOB/statuses",
    "Context, /api/v1/statuses/ANSWER/context",
    "Context, /api/v1/statuses/POST/context",
    "StatusEdit, /api/v1/statuses/POST/history",
    "StatusEdit, /api/v1/statuses/POLL/history",
    "StatusSource, /api/v1/statuses/POST/source",
    "Account, /api/v1/statuses/POST/favourited_by",
    "Account, /api/v1/statuses/POST/reblogged_by",
    "Poll, /api/v1/polls/POLL",
    "Notification, /api/v1/notifications",
    "GroupedNotificationsResults, /api/v2/notifications",
    "GroupedNotificationsResults, /api/v2/notifications?expand_accounts=partial_avatars",
    "Search, /api/v2/search?q=bob",
    "Search, /api/v2/search?q=world",
    "Tag, /api/v1/tags/world",
    "List, /api/v1/lists",
    "Tag, /api/v1/followed_tags",
    "FeaturedTag, /api/v1/featured_tags",
    "FeaturedTag, /api/v1/accounts/ALICE/featured_tags",
    "Filter, /api/v2/filters",
    "V1_Filter, /api/v1/filters",
    "Preferences, /api/v1/preferences",
    "V1_NotificationPolicy, /api/v1/notifications/policy",
    "NotificationPolicy, /api/v2/notifications/policy",
    "Instance, /api/v2/instance",
    "V1_Instance, /api/v1/instance",
    "ExtendedDescription, /api/v1/instance/extended_description",
  })
  void somebody_who_is_signed_in_reads_documents_as_they_are_documented(
      String entity, String path) {
    check(signedIn, entity, alice.api().get(filled(path)));
  }

  @ParameterizedTest
  @CsvSource({
    "Account, /api/v1/accounts/BOB",
    "Account, /api/v1/accounts/ALICE/followers",
    "Status, /api/v1/statuses/POST",
    "Status, /api/v1/statuses/POLL",
    "Status, /api/v1/timelines/public",
    "Context, /api/v1/statuses/POST/context",
    "Search, /api/v2/search?q=bob",
    "Tag, /api/v1/tags/world",
  })
  void so_does_the_public(String entity, String path) {
    check(open, entity, town.api().get(filled(path)));
  }

  @Test
  void what_is_written_is_answered_as_it_is_documented() {
    var written = alice.posts("for a moment");
    check(signedIn, "Status", written);
    check(
        signedIn,
        "Status",
        alice.api().put("/api/v1/statuses/" + written.id(), "status", "longer"));
    check(signedIn, "Status", bob.api().post("/api/v1/statuses/" + written.id() + "/reblog"));
    check(signedIn, "Status", alice.api().delete("/api/v1/statuses/" + written.id()));
    check(
        signedIn,
        "CredentialAccount",
        alice.api().patch("/api/v1/accounts/update_credentials", "display_name", "Alice"));
  }

  @Test
  void a_subscription_to_push_messages_is_answered_as_it_is_documented() {
    var subscribed =
        alice
            .api()
            .post(
                "/api/v1/push/subscription",
                "subscription[endpoint]",
                "https://push.example/send",
                "subscription[keys][p256dh]",
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                "subscription[keys][auth]",
                "BTBZMqHH6r4Tts7J_aSIgg");
    check(signedIn, "WebPushSubscription", subscribed);
    check(signedIn, "WebPushSubscription", alice.api().get("/api/v1/push/subscription"));
    alice.api().delete("/api/v1/push/subscription");
  }

  @Test
  void a_poll_and_a_picture_from_elsewhere_show_all_that_they_have() {
    var status = alice.api().get("/api/v1/statuses/" + poll);

    assertThat(status.at("/poll/options/0/title").asText()).isEqualTo("this");
    assertThat(status.at("/poll/options/0/votes_count").asInt()).isEqualTo(2);
    assertThat(status.at("/poll/votes_count").asInt()).isEqualTo(3);
    assertThat(status.at("/poll/voters_count").asInt()).isEqualTo(3);
    assertThat(status.at("/poll/expired").asBoolean()).isFalse();
    assertThat(status.at("/poll/voted").asBoolean()).isFalse();
    assertThat(status.at("/media_attachments/0/type").asText()).isEqualTo("image");
    assertThat(status.at("/media_attachments/0/remote_url").asText())
        .isEqualTo("https://far.example/cat.jpg");
    assertThat(status.at("/media_attachments/0/description").asText()).isEqualTo("a cat");
    assertThat(status.at("/media_attachments/0/meta/focus/y").asDouble()).isEqualTo(-0.25);
    assertThat(status.at("/media_attachments/0/meta/original/size").asText()).isEqualTo("640x480");
    assertThat(status.at("/emojis/0/shortcode").asText()).isEqualTo("blobcat");
  }

  @Test
  void a_rule_that_is_broken_is_noticed() {
    var status = alice.api().get("/api/v1/statuses/" + post).json();
    var broken = (ObjectNode) status.deepCopy();
    broken.remove("favourited");
    broken.put("created_at", "2026-11-24T12:00:00Z");
    broken.put("invented", 1);
    ((ObjectNode) broken.get("account")).putNull("acct");

    assertThat(signedIn.violations("Status", broken))
        .containsExactlyInAnyOrder(
            "Status.invented is not documented",
            "Status.favourited is missing",
            "Status.created_at is \"2026-11-24T12:00:00Z\", not string:datetime",
            "Status.account.acct is null");
  }

  private void check(EntityRules rules, String entity, ApiAnswer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    var json = answer.json();
    if (json.isArray()) {
      assertThat(json).isNotEmpty();
      json.forEach(each -> assertThat(rules.violations(entity, each)).isEmpty());
    } else {
      assertThat(rules.violations(entity, json)).isEmpty();
    }
  }

  private String filled(String path) {
    return path.replace("ALICE", alice.id())
        .replace("BOB", bob.id())
        .replace("CAROL", Long.toString(carol.id()))
        .replace("POST", post)
        .replace("POLL", poll)
        .replace("LINKING", linking)
        .replace("ANSWER", answer);
  }
}
