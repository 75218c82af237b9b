package social.kring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import social.kring.protocol.integrity.IntegrityProof;
import social.kring.protocol.json.Tree;

/** Nobody speaks, acts or is taken for another. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorityTest {
  /** What somebody takes back before it came is remembered of them alone. */
  private static final String[] OF_THEIR_OWN = {"follow_undone", "post_tombstone"};

  private final Underworld world = new Underworld();
  private final Fortress fortress =
      new Fortress(
          Stream.of("home", "evil")
              .map(host -> Underworld.place(world.at(host, "/")))
              .collect(Collectors.toSet()));
  private final Outlaw bob = outlaw("home", "bob");
  private final Outlaw mallory = outlaw("home", "mallory");
  private final Outlaw eve = outlaw("evil", "eve");
  private Citizen alice;
  private Tree note;
  private String post;
  private Tree follow;
  private Tree like;
  private Tree boost;

  private Outlaw outlaw(String host, String name) {
    var mine = name.equals("bob");
    return new Outlaw(
            world,
            host,
            name,
            mine ? Keys.RSA : Keys.OTHER_RSA,
            mine ? Keys.ED25519 : Keys.OTHER_ED25519)
        .settles();
  }

  /** Bob and alice know each other well; all others are known here, too. */
  @BeforeAll
  void meet() {
    alice = fortress.citizen("alice");
    List.of(bob, mallory, eve).forEach(alice::follows);
    note = bob.note(alice.actor().uri());
    post = alice.posts("what alice wrote", "public").get("uri");
    follow = bob.activity("Follow", alice.actor().uri());
    like = bob.activity("Like", post);
    boost = bob.activity("Announce", post);
    Stream.of(bob.creates(note), follow, like, boost)
        .forEach(each -> assertThat(fortress.hears(bob, each)).isEqualTo(202));
    fortress.settle();
    assertThat(alice.api().get("/api/v1/timelines/home").text()).contains("hello");
  }

  @AfterAll
  void close() {
    fortress.close();
    world.close();
  }

  /** What others might try with what is bob's and alice's. */
  private List<Tree> deeds(Outlaw by) {
    var own = note.without("@context");
    var deeds = new ArrayList<Tree>();
    for (var forged : List.of(own, own.with("attributedTo", by.uri()))) {
      deeds.add(by.activity("Update", forged.with("content", "<p>forged</p>")));
      deeds.add(by.activity("Create", forged.with("content", "<p>forged</p>")));
    }
    for (var thing : List.of(note, follow, like, boost)) {
      var bare = thing.without("@context");
      var id = thing.id("id").orElseThrow();
      for (var type : List.of("Delete", "Undo", "Accept", "Reject", "Remove", "Update")) {
        deeds.add(by.activity(type, id));
        deeds.add(by.activity(type, bare));
        deeds.add(by.activity(type, bare).with("actor", bob.uri()));
        deeds.add(by.activity(type, bare.with("actor", by.uri())));
      }
    }
    deeds.addAll(deedsOfPeople(by));
    deeds.addAll(deedsInDisguise(by));
    return deeds;
  }

  private List<Tree> deedsOfPeople(Outlaw by) {
    var deeds = new ArrayList<Tree>();
    for (var person : List.of(bob.uri(), alice.actor().uri())) {
      deeds.add(by.activity("Delete", person));
      deeds.add(by.activity("Delete", person).with("actor", person));
      deeds.add(by.activity("Update", bob.document().with("id", person).with("name", "forged")));
      deeds.add(by.activity("Move", person).with("target", by.uri()));
      deeds.add(by.activity("Move", by.uri()).with("target", person));
      deeds.add(by.activity("Undo", Map.of("type", "Block", "actor", person, "object", by.uri())));
    }
    var featured = bob.under("/featured");
    deeds.add(by.activity("Add", note.id("id").orElseThrow()).with("target", featured));
    deeds.add(by.activity("Remove", note.id("id").orElseThrow()).with("target", featured));
    deeds.add(by.activity("Delete", post));
    deeds.add(
        by.activity(
            "Update",
            Map.of(
                "type",
                "Note",
                "id",
                post,
                "content",
                "forged",
                "attributedTo",
                alice.actor().uri())));
    return deeds;
  }

  /** A delete by bob, for who reads it otherwise than this node should. */
  private List<Tree> deedsInDisguise(Outlaw by) {
    var id = note.id("id").orElseThrow();
    var delete = Map.of("type", "Delete", "actor", bob.uri().text(), "object", id.text());
    var harmless = by.activity("Like", post + "/nothing");
    var renamed = Map.of("really", "as:actor", "what", "as:object", "kind", "@type");
    return List.of(
        harmless.with("@graph", List.of(delete)),
        harmless.with("@included", List.of(delete)),
        harmless.with("@reverse", Map.of("actor", delete)),
        harmless
            .with("@context", List.of(Outlaw.CONTEXT.getFirst(), renamed))
            .with("kind", "Delete")
            .with("really", bob.uri())
            .with("what", id),
        harmless
            .with("@context", List.of(Outlaw.CONTEXT.getFirst(), Map.of("g", "@graph")))
            .with("g", List.of(delete)),
        harmless.with("https://www.w3.org/ns/activitystreams#actor", bob.uri()),
        harmless.with("as:actor", bob.uri()).with("as:object", id).with("@type", "as:Delete"),
        harmless.with("type", List.of("Delete", "Like")).with("object", id),
        harmless
            .with("actor", List.of(by.uri(), bob.uri()))
            .with("type", "Delete")
            .with("object", id),
        harmless
            .with("actor", List.of(bob.uri(), by.uri()))
            .with("type", "Delete")
            .with("object", id),
        harmless
            .with("actor", Map.of("id", bob.uri(), "type", "Person"))
            .with("object", id)
            .with("type", "Delete"),
        harmless.with("@id", bob.under("/x")).with("type", "Delete").with("object", id));
  }

  @Test
  void nobody_changes_what_is_anothers() {
    fortress.staysAsItIs(
        () ->
            Stream.of(mallory, eve)
                .flatMap(by -> deeds(by).stream().map(deed -> fortress.hears(by, deed)))
                .forEach(status -> assertThat(status).isIn(202, 400, 401, 403)),
        OF_THEIR_OWN);
  }

  @Test
  void a_proof_brings_no_more_than_what_its_maker_published() {
    fortress.staysAsItIs(
        () -> {
          for (var deed :
              List.of(
                  follow,
                  like,
                  boost,
                  bob.activity("Undo", follow.without("@context")),
                  bob.activity("Delete", bob.uri()),
                  bob.activity("Block", alice.actor().uri()))) {
            var proven = proven(deed, bob);
            assertThat(fortress.hears(eve, proven)).isIn(202, 403);
            assertThat(fortress.hears(eve, proven.with("actor", eve.uri()))).isIn(202, 403);
          }
          var hidden =
              bob.creates(bob.note(alice.actor().uri()).with("to", alice.actor().uri()))
                  .with("to", alice.actor().uri())
                  .with("cc", List.of());
          assertThat(fortress.hears(eve, proven(hidden, bob))).isEqualTo(403);
          var forged = bob.creates(bob.note(alice.actor().uri()));
          assertThat(fortress.hears(eve, proven(forged, eve))).isEqualTo(403);
          assertThat(fortress.hears(eve, proven(forged, bob).with("published", Instant.now())))
              .isEqualTo(403);
        });
  }

  private static Tree proven(Tree document, Outlaw by) {
    return IntegrityProof.sign(document, by.proofKeyId(), by.ed25519().getPrivate(), Instant.now());
  }

  @Test
  void nobody_takes_a_handle_of_another_host() {
    var ceo = outlaw("evil", "ceo");
    var claimed = "acct:ceo@" + bob.uri().origin().authority();
    world.answersFor(claimed, ceo.webFinger(), ceo.uri().text());

    alice.api().get("/api/v2/search?resolve=true&q=" + Lure.Attempt.encoded(ceo.handle()));
    alice.idOf(ceo);

    assertThat(authorityOf(ceo)).isEqualTo(ceo.uri().origin().authority());
    assertThat(world.heard()).anyMatch(each -> each.startsWith("home.") && each.contains("ceo"));
  }

  private String authorityOf(Outlaw who) {
    return fortress
        .database()
        .one(
            "SELECT authority FROM actor WHERE uri = $1",
            Tuple.of(who.uri().text()),
            row -> row.getString("authority"))
        .orElseThrow();
  }
}
