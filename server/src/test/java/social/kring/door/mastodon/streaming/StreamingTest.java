package social.kring.door.mastodon.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.testing.ApiTown;
import social.kring.testing.Ear;
import social.kring.testing.EventReader;
import social.kring.testing.Resident;

/** What apps that listen are told, and what they are not told. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamingTest {
  private static final String PATH = "/api/v1/streaming";

  private ApiTown town;
  private Resident alice;
  private Resident bob;
  private int made;

  @BeforeAll
  void open() {
    town = new ApiTown();
  }

  @AfterAll
  void close() {
    town.close();
  }

  /** Bob follows Alice. */
  @BeforeEach
  void meet() {
    alice = town.person("alice" + ++made);
    bob = town.person("bob" + made);
    bob.follows(alice);
  }

  private Ear listens(Resident who, String query) {
    return Ear.open(town.address(), PATH + query, Optional.of(who.token()));
  }

  private EventReader reads(Resident who, String path) {
    return new EventReader(town.address(), PATH + path, Optional.of(who.token()));
  }

  private void delete(Resident who, String status) {
    who.api().delete("/api/v1/statuses/" + status);
  }

  @Test
  void a_post_comes_home_is_changed_and_goes_as_the_timeline_shows_it() {
    try (var ear = listens(bob, "?stream=user")) {
      var post = alice.posts("hello").id();
      town.drain();
      var home = bob.api().get("/api/v1/timelines/home").json().get(0);
      alice.api().put("/api/v1/statuses/" + post, "status", "hello again");
      town.drain();
      delete(alice, post);
      town.drain();

      var told = ear.next();
      assertThat(Ear.event(told)).isEqualTo("update on [\"user\"]");
      assertThat(Ear.payload(told)).isEqualTo(home);
      var edited = ear.next();
      assertThat(Ear.event(edited)).isEqualTo("status.update on [\"user\"]");
      assertThat(Ear.payload(edited).at("/content").asText()).contains("hello again");
      var gone = ear.next();
      assertThat(Ear.event(gone)).isEqualTo("delete on [\"user\"]");
      assertThat(gone.at("/payload").asText()).isEqualTo(post);
    }
  }

  @Test
  void the_author_sees_marks_of_her_own() {
    try (var ear = listens(alice, "?stream=user")) {
      alice.posts("mine");
      town.drain();

      var home = alice.api().get("/api/v1/timelines/home").json().get(0);
      var told = Ear.payload(ear.next());
      assertThat(told).isEqualTo(home);
      assertThat(told.at("/pinned").isMissingNode()).isFalse();
    }
  }

  @Test
  void a_boost_comes_and_goes() {
    var post = alice.posts("good").id();
    var carol = town.person("carol" + made);
    carol.follows(bob);
    town.drain();
    try (var ear = listens(carol, "?stream=user")) {
      var boost = bob.api().post("/api/v1/statuses/" + post + "/reblog").id();
      town.drain();
      bob.api().post("/api/v1/statuses/" + post + "/unreblog");
      town.drain();

      var told = Ear.payload(ear.next());
      assertThat(told.at("/id").asText()).isEqualTo(boost);
      assertThat(told.at("/reblog/id").asText()).isEqualTo(post);
      assertThat(ear.next().at("/payload").asText()).isEqualTo(boost);
    }
  }

  @Test
  void whoever_is_blocked_muted_or_no_follower_is_told_nothing() {
    var blocked = town.person("blocked" + made);
    var muting = town.person("muting" + made);
    try (var ofBlocked = listens(blocked, "?stream=public");
        var ofMuting = listens(muting, "?stream=public");
        var ofStranger = listens(blocked, "?stream=user")) {
      alice.api().post("/api/v1/accounts/" + blocked.id() + "/block");
      muting.api().post("/api/v1/accounts/" + alice.id() + "/mute");
      alice.posts("not for you");
      alice.posts("for followers", "visibility", "private");
      town.drain();
      var own = blocked.posts("the end").id();
      town.drain();

      assertThat(Ear.payload(ofBlocked.next()).at("/id").asText()).isEqualTo(own);
      assertThat(Ear.payload(ofMuting.next()).at("/id").asText()).isEqualTo(own);
      assertThat(Ear.payload(ofStranger.next()).at("/id").asText()).isEqualTo(own);
    }
  }

  @Test
  void a_quote_shows_what_home_shows_to_whom_its_author_or_she_herself_blocks() {
    var carol = town.person("carol" + made);
    var blocked = town.person("blocked" + made);
    bob.api().post("/api/v1/accounts/" + carol.id() + "/block");
    carol.api().post("/api/v1/accounts/" + blocked.id() + "/block");
    blocked.follows(alice);
    var post = carol.posts("not for everybody").id();
    town.drain();
    try (var ofBob = listens(bob, "?stream=user");
        var ofBlocked = listens(blocked, "?stream=user");
        var ofAlice = listens(alice, "?stream=public")) {
      alice.posts("look", "quoted_status_id", post);
      town.drain();

      for (var each : Map.of(bob, ofBob, blocked, ofBlocked).entrySet()) {
        var told = Ear.payload(each.getValue().next());
        assertThat(told.toString()).doesNotContain("not for everybody");
        assertThat(told.at("/quote/state").asText()).isEqualTo("unauthorized");
        assertThat(told).isEqualTo(each.getKey().api().get("/api/v1/timelines/home").json().get(0));
      }
      assertThat(Ear.payload(ofAlice.next()).at("/quote/quoted_status/id").asText())
          .isEqualTo(post);
    }
  }

  @Test
  void the_author_of_what_is_quoted_sees_marks_of_her_own() {
    var post = bob.posts("quote me").id();
    bob.api().post("/api/v1/statuses/" + post + "/favourite");
    town.drain();
    try (var ear = listens(bob, "?stream=public")) {
      alice.posts("look", "quoted_status_id", post);
      town.drain();

      var told = Ear.payload(ear.next());
      assertThat(told.at("/quote/quoted_status/favourited").asBoolean()).isTrue();
      assertThat(told).isEqualTo(bob.api().get("/api/v1/timelines/home").json().get(0));
    }
  }

  @Test
  void posts_that_are_not_public_come_on_no_public_stream() {
    try (var ear = listens(bob, "?stream=public:local");
        var tagged = listens(bob, "?stream=hashtag&tag=Quiet")) {
      alice.posts("#quiet", "visibility", "unlisted");
      alice.posts("#quiet", "visibility", "private");
      alice.posts("#quiet @bob" + made, "visibility", "direct");
      var open = alice.posts("#quiet no more").id();
      town.drain();

      assertThat(Ear.payload(ear.next()).at("/id").asText()).isEqualTo(open);
      assertThat(Ear.payload(tagged.next()).at("/id").asText()).isEqualTo(open);
    }
  }

  @Test
  void what_somebody_filters_says_so_and_other_apps_hear_of_the_filter() {
    try (var ear = listens(bob, "?stream=user")) {
      bob.api()
          .json(
              "POST",
              "/api/v2/filters",
              """
              {"title":"no spoilers","context":["home"],
               "keywords_attributes":[{"keyword":"dragon"}]}
              """);
      town.drain();
      assertThat(ear.nextEvent()).isEqualTo("filters_changed on [\"user\"]");

      alice.posts("the dragon wins");
      town.drain();
      var home = bob.api().get("/api/v1/timelines/home").json().get(0);
      var told = Ear.payload(ear.next());
      assertThat(told.at("/filtered/0/filter/title").asText()).isEqualTo("no spoilers");
      assertThat(told).isEqualTo(home);
    }
  }

  @Test
  void a_direct_message_is_told_to_those_who_have_part_in_it() {
    var carol = town.person("carol" + made);
    try (var ofBob = listens(bob, "?stream=direct");
        var ofCarol = listens(carol, "?stream=direct")) {
      alice.posts("@bob" + made + " between us", "visibility", "direct");
      town.drain();
      var listed = bob.api().get("/api/v1/conversations").json().get(0);
      alice.posts("@carol" + made + " and us", "visibility", "direct");
      town.drain();

      var told = ofBob.next();
      assertThat(Ear.event(told)).isEqualTo("conversation on [\"direct\"]");
      assertThat(Ear.payload(told)).isEqualTo(listed);
      assertThat(Ear.payload(ofCarol.next()).at("/last_status/content").asText())
          .contains("and us");
      assertThat(ofBob.already()).isEmpty();
    }
  }

  @Test
  void what_concerns_somebody_is_told_as_a_notification() {
    var post = alice.posts("hello").id();
    town.drain();
    try (var user = listens(alice, "?stream=user");
        var only = listens(alice, "?stream=user:notification");
        var other = Ear.open(town.address(), PATH + "?stream=user", limited("read:statuses"))) {
      bob.api().post("/api/v1/statuses/" + post + "/favourite");
      town.drain();

      var notice = alice.api().get("/api/v1/notifications").json().get(0);
      var told = user.next();
      assertThat(Ear.event(told)).isEqualTo("notification on [\"user\"]");
      assertThat(Ear.payload(told)).isEqualTo(notice);
      assertThat(only.nextEvent()).isEqualTo("notification on [\"user:notification\"]");
      alice.posts("the end");
      town.drain();
      assertThat(other.nextEvent()).isEqualTo("update on [\"user\"]");
    }
  }

  private Optional<String> limited(String scopes) {
    return Optional.of(town.token(alice.neighbour().id(), scopes));
  }

  @Test
  void what_members_of_a_list_post_comes_to_its_owner_alone() {
    var list = bob.api().post("/api/v1/lists", "title", "friends").id();
    bob.api().post("/api/v1/lists/" + list + "/accounts", "account_ids[]", alice.id());
    try (var ear = listens(bob, "?stream=list&list=" + list)) {
      var post = alice.posts("for friends").id();
      var other = alice.posts("for them, too").id();
      town.drain();
      delete(alice, other);
      delete(alice, post);
      town.drain();

      assertThat(ear.nextEvent()).isEqualTo("update on [\"list\",\"" + list + "\"]");
      assertThat(ear.nextEvent()).isEqualTo("update on [\"list\",\"" + list + "\"]");
      assertThat(ear.next().at("/payload").asText()).isEqualTo(other);
      assertThat(ear.next().at("/payload").asText()).isEqualTo(post);
    }
    var others = PATH + "?stream=list&list=" + list;
    assertThat(Ear.status(town.address(), others, Optional.of(alice.token()))).isEqualTo(404);
  }

  @Test
  void what_an_exclusive_list_shows_does_not_come_home() {
    var list = bob.api().post("/api/v1/lists", "title", "apart", "exclusive", "true").id();
    bob.api().post("/api/v1/lists/" + list + "/accounts", "account_ids[]", alice.id());
    try (var ear = listens(bob, "?stream=user")) {
      alice.posts("for the list");
      var own = bob.posts("the end").id();
      town.drain();

      assertThat(Ear.payload(ear.next()).at("/id").asText()).isEqualTo(own);
    }
  }

  @Test
  void one_connection_listens_to_several_streams_and_stops() {
    try (var ear = listens(bob, "")) {
      ear.says("{\"type\":\"subscribe\",\"stream\":\"hashtag\",\"tag\":\"Tea\"}");
      ear.says("{\"type\":\"subscribe\",\"stream\":\"public:local\"}");
      ear.says("{\"type\":\"subscribe\",\"stream\":\"nonsense\"}");
      assertThat(ear.next().at("/error").asText()).contains("nonsense");

      alice.posts("#tea");
      town.drain();
      assertThat(List.of(ear.nextEvent(), ear.nextEvent()))
          .containsExactlyInAnyOrder(
              "update on [\"hashtag\",\"Tea\"]", "update on [\"public:local\"]");

      ear.says("{\"type\":\"unsubscribe\",\"stream\":\"public:local\"}");
      ear.says("{\"type\":\"subscribe\",\"stream\":\"nonsense\"}");
      assertThat(ear.next().has("error")).isTrue();
      alice.posts("not on it");
      alice.posts("#TEA again");
      town.drain();
      assertThat(ear.nextEvent()).isEqualTo("update on [\"hashtag\",\"Tea\"]");
      assertThat(ear.already()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "7", "{\"type\":\"subscribe\"}", "{\"stream\":\"user\"}"})
  void what_cannot_be_understood_is_said_and_ends_nothing(String command) {
    try (var ear = listens(bob, "?stream=user")) {
      ear.says(command);
      assertThat(ear.next().at("/error").asText()).isNotBlank();
      alice.posts("still here");
      town.drain();
      assertThat(ear.nextEvent()).isEqualTo("update on [\"user\"]");
    }
  }

  @Test
  void the_token_comes_as_subprotocol_in_the_query_or_in_a_header() {
    try (var ear = listens(bob, "?stream=user")) {
      assertThat(ear.subprotocol()).isEqualTo(bob.token());
    }
    var inQuery = PATH + "/?stream=user&access_token=" + bob.token();
    assertThat(Ear.status(town.address(), inQuery, Optional.empty())).isEqualTo(101);
    try (var reader = reads(bob, "/user")) {
      assertThat(reader.status()).isEqualTo(200);
    }
  }

  @Test
  void nobody_listens_without_a_token_or_beyond_its_scopes() {
    var none = Optional.<String>empty();
    assertThat(Ear.status(town.address(), PATH + "?stream=public", none)).isEqualTo(401);
    assertThat(Ear.status(town.address(), PATH + "?stream=user", Optional.of("forged")))
        .isEqualTo(401);
    assertThat(Ear.status(town.address(), PATH + "?stream=user", limited("write"))).isEqualTo(403);
    assertThat(Ear.status(town.address(), PATH + "?stream=user", limited("read:notifications")))
        .isEqualTo(403);
    assertThat(
            Ear.status(
                town.address(), PATH + "?stream=user:notification", limited("read:statuses")))
        .isEqualTo(403);
    assertThat(Ear.status(town.address(), PATH + "?stream=list&list=1", limited("read:statuses")))
        .isEqualTo(403);
    try (var ear = Ear.open(town.address(), PATH, limited("read:statuses"))) {
      ear.says("{\"type\":\"subscribe\",\"stream\":\"user:notification\"}");
      assertThat(ear.next().at("/error").asText()).contains("read:notifications");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?stream=nonsense",
        "?stream=%00",
        "?stream=hashtag",
        "/hashtag?tag=%20",
        "/list",
        "/list?list=99999999999999999999999",
        ""
      })
  void what_cannot_be_listened_to_is_refused(String path) {
    try (var reader = reads(bob, path)) {
      assertThat(reader.status()).isIn(400, 404);
    }
  }

  @Test
  void events_are_sent_to_who_asks_by_plain_http_from_anywhere() {
    try (var reader = reads(bob, "/public/local")) {
      assertThat(reader.header("Content-Type")).startsWith("text/event-stream");
      assertThat(reader.header("Cache-Control")).isEqualTo("no-store");
      var post = alice.posts("two\nlines").id();
      town.drain();
      delete(alice, post);
      town.drain();

      var told = reader.next().orElseThrow();
      assertThat(told.event()).isEqualTo("update");
      assertThat(told.data()).contains("\"id\":\"" + post + "\"");
      assertThat(reader.next()).contains(new EventReader.Told("delete", post));
    }
  }

  @Test
  void only_posts_with_media_are_told_where_no_others_are_wanted() {
    try (var reader = reads(bob, "/public?only_media=true")) {
      var post = alice.posts("words").id();
      town.drain();
      delete(alice, post);
      town.drain();

      assertThat(reader.next()).contains(new EventReader.Told("delete", post));
    }
  }

  @Test
  void a_token_that_is_revoked_closes_its_streams_and_no_others() {
    var token = town.token(bob.neighbour().id(), "read");
    try (var closing = Ear.open(town.address(), PATH + "?stream=user", Optional.of(token));
        var reading = new EventReader(town.address(), PATH + "/user", Optional.of(token));
        var staying = listens(bob, "?stream=user")) {
      var session =
          town.api(token)
              .get("/api/kring/v1/sessions")
              .json()
              .valueStream()
              .filter(each -> each.at("/current").asBoolean())
              .findFirst()
              .orElseThrow();
      bob.api().delete("/api/kring/v1/sessions/" + session.at("/id").asText());
      town.drain();

      assertThat(closing.closedWith()).isEqualTo(1008);
      assertThat(reading.next()).isEmpty();
      alice.posts("for those who stay");
      town.drain();
      assertThat(staying.nextEvent()).isEqualTo("update on [\"user\"]");
    }
  }

  @Test
  void an_account_that_is_suspended_listens_no_more() {
    try (var ear = listens(bob, "?stream=user")) {
      town.square()
          .database()
          .execute(
              "UPDATE account SET suspended_at = now() WHERE actor_id = $1",
              Tuple.of(bob.neighbour().id()));
      town.drain();

      assertThat(ear.closedWith()).isEqualTo(1008);
    }
  }

  @Test
  void an_app_that_hangs_up_is_forgotten() {
    untilListening(0);
    var ear = listens(bob, "?stream=user");
    assertThat(town.listening()).isEqualTo(1);
    ear.close();

    untilListening(0);
  }

  /** The class's timeout ends it where it is not. */
  private void untilListening(int apps) {
    while (town.listening() != apps) Thread.onSpinWait();
  }

  @Test
  void an_app_that_does_not_read_is_cut_and_others_are_told_all_the_same() {
    untilListening(0);
    var tags = IntStream.range(0, 40).mapToObj(i -> "tag" + made + "x" + i).toList();
    var text = tags.stream().map(tag -> "#" + tag).collect(Collectors.joining(" "));
    try (var deaf = Ear.openDeaf(town.address(), PATH, Optional.of(bob.token()));
        var ear = listens(bob, "?stream=public:local")) {
      tags.forEach(
          tag ->
              deaf.says("{\"type\":\"subscribe\",\"stream\":\"hashtag\",\"tag\":\"" + tag + "\"}"));
      var posts = 0;
      while (town.listening() > 1) {
        alice.posts(text + " " + "x".repeat(4_000) + ++posts);
        town.drain();
      }

      for (var i = 0; i < posts; i++) {
        assertThat(ear.nextEvent()).isEqualTo("update on [\"public:local\"]");
      }
    }
  }

  @Test
  void an_app_that_answers_no_beat_is_let_go_and_one_that_does_is_kept() {
    untilListening(0);
    try (var _ = Ear.openDeaf(town.address(), PATH, Optional.of(bob.token()));
        var ear = listens(bob, "?stream=user")) {
      for (var beat = 0; beat < 2; beat++) {
        town.square().town().clock().advance(Duration.ofSeconds(25));
        town.drain();
        ear.says("{}");
        assertThat(ear.next().has("error")).isTrue();
      }

      assertThat(town.listening()).isEqualTo(1);
      alice.posts("still here");
      town.drain();
      assertThat(ear.nextEvent()).isEqualTo("update on [\"user\"]");
    }
  }

  @Test
  void nobody_opens_more_streams_than_a_person_has_apps() {
    untilListening(0);
    var many = new ArrayList<Ear>();
    try {
      for (var i = 0; i < 100; i++) many.add(listens(bob, "?stream=user"));

      assertThat(Ear.status(town.address(), PATH + "?stream=user", Optional.of(bob.token())))
          .isEqualTo(429);
      assertThat(Ear.status(town.address(), PATH + "?stream=user", Optional.of(alice.token())))
          .isEqualTo(101);
    } finally {
      many.forEach(Ear::close);
    }
  }

  @Test
  void all_are_told_when_the_node_stops() {
    try (var other = new ApiTown()) {
      var dora = other.person("dora");
      try (var ear = Ear.open(other.address(), PATH + "?stream=user", Optional.of(dora.token()));
          var reader =
              new EventReader(other.address(), PATH + "/user", Optional.of(dora.token()))) {
        other.endStreams();

        assertThat(ear.closedWith()).isEqualTo(1001);
        assertThat(reader.next()).isEmpty();
        assertThat(other.listening()).isZero();
        assertThat(Ear.status(other.address(), PATH + "?stream=user", Optional.of(dora.token())))
            .isEqualTo(503);
      }
    }
  }
}
