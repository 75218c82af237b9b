package social.kring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** What is fetched is believed if it is a document of the right kind at its own address. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FetchedTest {
  private static final String ACTIVITY = "application/activity+json";

  private final Underworld world = new Underworld();
  private final Fortress fortress =
      new Fortress(
          Set.of(Underworld.place(world.at("home", "/")), Underworld.place(world.at("good", "/"))));
  private final Outlaw mallory =
      new Outlaw(world, "home", "mallory", Keys.RSA, Keys.ED25519).settles();
  private final Outlaw bob =
      new Outlaw(world, "good", "bob", Keys.OTHER_RSA, Keys.OTHER_ED25519).settles();
  private Citizen alice;

  @BeforeAll
  void meet() {
    alice = fortress.citizen("alice");
    List.of(mallory, bob).forEach(alice::follows);
  }

  @AfterAll
  void close() {
    fortress.close();
    world.close();
  }

  private record Bad(String type, String text) {}

  private List<Bad> bad(Tree note) {
    var good = note.toString();
    return List.of(
        new Bad("text/html", good),
        new Bad("text/plain", good),
        new Bad("application/json", good),
        new Bad("image/png", good),
        new Bad("", good),
        new Bad("application/ld+json", good),
        new Bad("application/ld+json; profile=\"https://example.org/other\"", good),
        new Bad("application/activity+jsonx", good),
        new Bad(ACTIVITY, ""),
        new Bad(ACTIVITY, "null"),
        new Bad(ACTIVITY, "[" + good + "]"),
        new Bad(ACTIVITY, good + good),
        new Bad(ACTIVITY, good.substring(1)),
        new Bad(ACTIVITY, "{\"type\":\"Person\"," + good.substring(1)),
        new Bad(ACTIVITY, good.replace("hello", "he\\u0000llo")),
        new Bad(ACTIVITY, good.replace("hello", "he\\ud800llo")),
        new Bad(ACTIVITY, good.replace("hello", "\u0000")),
        new Bad(ACTIVITY, good.replace("\"<p>hello", "1e400,\"x\":\"<p>")),
        new Bad(ACTIVITY, good.replace("hello", "x".repeat(2 << 20))),
        new Bad(
            ACTIVITY, "{\"x\":" + "[".repeat(1_000) + "]".repeat(1_000) + "," + good.substring(1)),
        new Bad(ACTIVITY, note.with("id", note.string("id").orElseThrow() + "?p=1").toString()),
        new Bad(ACTIVITY, note.with("id", mallory.under("/elsewhere").text()).toString()),
        new Bad(ACTIVITY, note.with("id", bob.under("/notes/forged").text()).toString()),
        new Bad(ACTIVITY, note.with("id", alice.actor().uri()).toString()),
        new Bad(ACTIVITY, note.without("id").toString()),
        new Bad(ACTIVITY, note.with("attributedTo", bob.uri()).toString()),
        new Bad(ACTIVITY, note.with("attributedTo", alice.actor().uri()).toString()),
        new Bad(ACTIVITY, note.with("attributedTo", List.of(bob.uri(), mallory.uri())).toString()),
        new Bad(ACTIVITY, note.without("attributedTo").toString()),
        new Bad(ACTIVITY, note.with("type", "Tombstone").toString()),
        new Bad(ACTIVITY, note.with("type", 7).toString()),
        new Bad(ACTIVITY, Tree.of(Map.of("@graph", List.of(note.without("@context")))).toString()),
        new Bad(ACTIVITY, Tree.of(Map.of("@included", note.without("@context"))).toString()));
  }

  private FediUrl serves(Bad bad, FediUrl at) {
    var headers =
        bad.type().isEmpty() ? Map.<String, String>of() : Map.of("Content-Type", bad.type());
    world.says(at, 200, headers, bad.text().getBytes(StandardCharsets.UTF_8));
    return at;
  }

  @Test
  void nothing_else_is() {
    fortress.staysAsItIs(
        () -> {
          for (var i = 0; i < bad(mallory.note(alice.actor().uri())).size(); i++) {
            var note = mallory.note(alice.actor().uri());
            var at = serves(bad(note).get(i), note.id("id").orElseThrow());
            assertThat(fortress.hears(mallory, mallory.activity("Announce", at))).isEqualTo(202);
            assertThat(fortress.hears(mallory, mallory.activity("Create", at))).isEqualTo(202);
            var query = "/api/v2/search?resolve=true&q=" + Lure.Attempt.encoded(at.text());
            var found = alice.api().get(query);
            assertThat(found.status()).as(at.text()).isEqualTo(200);
            assertThat(found.at("/statuses")).as(bad(note).get(i).toString()).isEmpty();
          }
        });
  }

  @Test
  void a_document_that_is_all_that_is() {
    var note = mallory.note(alice.actor().uri());
    serves(new Bad(ACTIVITY + "; charset=utf-8", note.toString()), note.id("id").orElseThrow());
    var query =
        "/api/v2/search?resolve=true&q=" + Lure.Attempt.encoded(note.string("id").orElseThrow());
    assertThat(alice.api().get(query).at("/statuses")).hasSize(1);
  }

  @Test
  void nobody_is_taken_for_an_actor_by_a_document_that_lies_elsewhere() {
    var fake = new Outlaw(world, "home", "fake", Keys.RSA, Keys.ED25519);
    var documents =
        List.of(
            bob.document(),
            fake.document().with("id", bob.uri()),
            fake.document().with("publicKey", fake.publicKey(bob.keyId(), bob.uri().text())),
            fake.document().with("publicKey", fake.publicKey(bob.keyId(), fake.uri().text())),
            fake.document().with("id", alice.actor().uri()));
    var keys = keysOf(bob);
    for (var document : documents) {
      world.serves(fake.uri(), document);
      fortress.hears(fake, fake.activity("Follow", alice.actor().uri()));
      alice.api().get("/api/v2/search?resolve=true&q=" + Lure.Attempt.encoded(fake.uri().text()));
      fortress.settle();
      assertThat(keysOf(bob)).isEqualTo(keys);
    }
    var forged = bob.activity("Follow", alice.actor().uri()).toBytes();
    var headers =
        Forgery.by(bob)
            .with(fake.rsa().getPrivate())
            .headers("POST", fortress.sharedInbox(), forged);
    assertThat(fortress.hears(headers, forged)).isEqualTo(401);
  }

  private List<String> keysOf(Outlaw who) {
    return fortress
        .database()
        .list(
            """
            SELECT k.id || ' ' || encode(sha256(k.public_key), 'hex') AS key
              FROM actor_key AS k JOIN actor AS a ON a.id = k.actor_id
             WHERE a.uri = $1 ORDER BY k.id
            """,
            io.vertx.sqlclient.Tuple.of(who.uri().text()),
            row -> row.getString("key"));
  }
}
