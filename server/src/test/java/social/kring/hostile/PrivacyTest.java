package social.kring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.kring.node.MountedRoutes;
import social.kring.node.MountedRoutes.Mounted;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.Answer;
import social.kring.testing.ApiAnswer;

/**
 * What is not for everyone is on no route of the node for everyone, and cannot be told from
 * nothing.
 */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyTest {
  private static final String SECRET = "xyzzy";
  private static final List<String> FORMS =
      List.of("application/json", "text/html", "application/activity+json", "application/atom+xml");

  /** Differ from answer to answer, whatever is asked. */
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "set-cookie");

  private final Underworld world = new Underworld();
  private final Fortress fortress = new Fortress(Set.of(Underworld.place(world.at("home", "/"))));
  private final Outlaw eve = new Outlaw(world, "home", "eve", Keys.RSA, Keys.ED25519).settles();
  private List<Mounted> routes;
  private Citizen alice;
  private Citizen carol;
  private ApiAnswer open;
  private List<ApiAnswer> hidden;

  @BeforeAll
  void meet(@TempDir Path data) {
    // Streams have no end; what they carry to whom is StreamingTest's.
    routes =
        MountedRoutes.all(data).stream()
            .filter(route -> !route.path().startsWith("/api/v1/streaming"))
            .toList();
    alice = fortress.citizen("alice");
    carol = fortress.citizen("carol");
    var dora = fortress.citizen("dora");
    dora.api().post("/api/v1/accounts/" + alice.actor().id() + "/follow");
    carol.api().get("/api/v2/search?resolve=true&q=" + eve.uri());
    open = alice.posts("for everyone #open", "public");
    hidden =
        List.of(
            alice.posts(SECRET + " for followers #hush #open", "private"),
            alice.posts(SECRET + " @dora for you #hush", "direct"),
            alice.posts(SECRET + " for nobody", "direct"),
            answer("private"),
            answer("direct"));
    hidden.forEach(each -> dora.api().post("/api/v1/statuses/" + each.id() + "/favourite"));
    fortress.settle();
  }

  private ApiAnswer answer(String visibility) {
    return alice
        .api()
        .post(
            "/api/v1/statuses",
            "status",
            SECRET + " answer #open",
            "visibility",
            visibility,
            "in_reply_to_id",
            open.id());
  }

  @AfterAll
  void close() {
    fortress.close();
    world.close();
  }

  private Answer asks(String method, String target, String form, Optional<Citizen> who) {
    var headers = new HashMap<>(Map.of("Accept", form));
    who.ifPresent(each -> headers.put("Authorization", "Bearer " + each.token()));
    return fortress.asks(method, target, headers, new byte[0]);
  }

  @Test
  void no_route_shows_it_to_whom_it_is_not_for() {
    var values =
        List.of(
            Long.toString(alice.actor().id()),
            open.id(),
            hidden.getFirst().id(),
            "alice",
            "hush",
            "open",
            "@alice",
            "@alice/" + hidden.getFirst().id());
    for (var route : routes) {
      if (!route.method().equals("GET") || route.path().startsWith("/app")) continue;
      for (var value :
          route.path().contains(":") || route.path().contains("*") ? values : List.of("")) {
        for (var form : FORMS) {
          var target = route.filled(value) + "?q=" + SECRET + "&id[]=" + hidden.getFirst().id();
          assertSilent(target, asks("GET", target, form, Optional.empty()));
          if (route.path().startsWith("/api"))
            assertSilent(target, asks("GET", target, form, Optional.of(carol)));
        }
      }
    }
  }

  private static void assertSilent(String target, Answer answer) {
    assertThat(answer.body().replace("q=" + SECRET, "").replace("\"" + SECRET + "\"", ""))
        .as(target)
        .doesNotContain(SECRET);
  }

  @Test
  void no_address_of_it_and_no_list_of_its_author_shows_it_to_strangers_who_sign() {
    var document = asks("GET", alice.actor().uri().pathAndQuery(), FORMS.get(2), Optional.empty());
    var lists =
        List.of("outbox", "followers", "following", "featured").stream()
            .flatMap(name -> document.tree().id(name).stream())
            .toList();
    assertThat(lists).isNotEmpty();
    for (var list : lists) {
      assertSilent(list.text(), signed(list));
      assertSilent(list.text(), signed(FediUrl.parse(list.text() + "?page=true")));
      var first = signed(list).tree().id("first");
      first.ifPresent(page -> assertSilent(page.text(), signed(page)));
    }
    for (var each : hidden) {
      var uri = FediUrl.parse(each.get("uri"));
      for (var part : List.of("", "/activity", "/replies", "/likes", "/shares", "?page=1")) {
        var answer = signed(FediUrl.parse(uri.text() + part));
        assertThat(answer.status()).as(uri + part).isEqualTo(404);
        assertSilent(uri + part, answer);
      }
    }
    var replies = signed(FediUrl.parse(open.get("uri"))).body();
    hidden.forEach(each -> assertThat(replies).doesNotContain(each.get("uri")));
  }

  private Answer signed(FediUrl url) {
    var headers = eve.signs("GET", url, new byte[0]);
    headers.put("Accept", "application/activity+json");
    return fortress.asks(url, headers);
  }

  @Test
  void nothing_that_anybody_can_do_tells_it_from_what_does_not_exist() {
    for (var each : hidden) {
      var unknown = Long.toString(Long.parseLong(each.id()) + 1);
      for (var route : routes) {
        if (!route.path().contains("status") || !route.path().contains(":id")) continue;
        for (var who : List.of(Optional.of(carol), Optional.<Citizen>empty())) {
          var real = asks(route.method(), route.filled(each.id()), FORMS.getFirst(), who);
          var none = asks(route.method(), route.filled(unknown), FORMS.getFirst(), who);
          assertThat(seen(real, each.id())).as(route.toString()).isEqualTo(seen(none, unknown));
        }
      }
      var uri = FediUrl.parse(each.get("uri"));
      var nowhere = FediUrl.parse(open.get("uri").replaceAll(".{3}$", "zzz"));
      for (var form : FORMS) {
        assertThat(seen(asks("GET", uri.pathAndQuery(), form, Optional.empty()), uri.text()))
            .isEqualTo(
                seen(asks("GET", nowhere.pathAndQuery(), form, Optional.empty()), nowhere.text()));
      }
    }
  }

  private static String seen(Answer answer, String id) {
    var headers = new TreeMap<>(answer.headers());
    headers.keySet().removeAll(OF_THE_MOMENT);
    return (answer.status() + " " + headers + " " + answer.body()).replace(id, "ID");
  }

  @Test
  void nobody_answers_reports_or_pins_what_they_cannot_see() {
    for (var each : hidden) {
      var unknown = Long.toString(Long.parseLong(each.id()) + 1);
      for (var field : List.of("in_reply_to_id", "quote_id", "quoted_status_id")) {
        var real = carol.api().post("/api/v1/statuses", "status", "x", field, each.id());
        var none = carol.api().post("/api/v1/statuses", "status", "x", field, unknown);
        assertThat(real.status()).as(field).isEqualTo(none.status());
        if (real.status() != 200) assertThat(real.text()).isEqualTo(none.text());
        assertThat(real.text()).doesNotContain(each.id()).doesNotContain(SECRET);
      }
    }
  }

  @Test
  void boosts_of_what_is_not_for_everyone_reach_nobody_else() {
    var uri = hidden.getFirst().get("uri");
    fortress.staysAsItIs(
        () -> {
          for (var type : List.of("Announce", "Like", "EmojiReact", "Add", "Undo", "View")) {
            assertThat(fortress.hears(eve, eve.activity(type, uri))).isIn(202, 400, 403);
          }
          var note = eve.note(alice.actor().uri()).with("inReplyTo", uri).with("quoteUrl", uri);
          assertThat(fortress.hears(eve, eve.creates(note).with("to", uri))).isEqualTo(202);
        },
        "post",
        "post_mention",
        "post_count",
        "event",
        "event_publication",
        "notification",
        "home_entry");
    for (var each : hidden) {
      assertThat(alice.api().get("/api/v1/statuses/" + each.id()).get("reblogs_count"))
          .isEqualTo("0");
    }
    assertThat(asks("GET", "/api/v1/timelines/public", FORMS.getFirst(), Optional.of(carol)).body())
        .doesNotContain(SECRET);
  }
}
