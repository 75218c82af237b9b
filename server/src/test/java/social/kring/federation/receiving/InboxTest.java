package social.kring.federation.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.federation.peers.PeerPolicy;
import social.kring.federation.peers.SignatureDialect;
import social.kring.protocol.json.Tree;
import social.kring.protocol.signature.MessageSigner;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.Harbour;
import social.kring.testing.Harbour.Answer;
import social.kring.testing.Neighbour;
import social.kring.testing.Peer;
import social.kring.testing.PeerActor;

@Timeout(60)
class InboxTest {
  private final Harbour harbour = new Harbour();
  private final Peer peer = new Peer("peer");
  private final PeerActor bob = peer.actor("bob");
  private final PeerActor mallory = peer.actor("mallory");
  private Neighbour alice;

  @BeforeEach
  void settle() {
    alice = harbour.square().person("alice");
  }

  @AfterEach
  void close() {
    peer.close();
    harbour.close();
  }

  private Tree follow() {
    return bob.activity("Follow", alice.actor().uri());
  }

  private List<String> followers() {
    return harbour
        .town()
        .database()
        .list(
            """
            SELECT a.uri FROM follow_accepted f JOIN actor a ON a.id = f.follower_id
             WHERE f.followed_id = $1
            """,
            io.vertx.sqlclient.Tuple.of(alice.id()),
            row -> row.getString("uri"));
  }

  private void nothingChanged() {
    harbour.drain();
    assertThat(harbour.outcomes()).isEmpty();
    assertThat(followers()).isEmpty();
  }

  private Answer sends(Map<String, String> headers, byte[] body) {
    var all = new HashMap<>(headers);
    all.putIfAbsent("Content-Type", "application/activity+json");
    return harbour.post(Harbour.SHARED_INBOX, all, body);
  }

  private Map<String, String> signed(PeerActor by, byte[] body) {
    return by.signs(Harbour.SHARED_INBOX, body, harbour.town().clock().instant());
  }

  @Test
  void a_signed_activity_is_accepted_and_then_takes_effect() {
    assertThat(harbour.receives(bob, follow()).status()).isEqualTo(202);
    assertThat(followers()).isEmpty();

    harbour.drain();

    assertThat(harbour.outcomes()).containsExactly("Follow done");
    assertThat(followers()).containsExactly(bob.uri().text());
  }

  @Test
  void a_personal_inbox_takes_it_wherever_it_lies() {
    harbour
        .town()
        .database()
        .execute(
            "UPDATE actor SET inbox = 'https://town.example/users/alice/in?box' WHERE id = $1",
            io.vertx.sqlclient.Tuple.of(alice.id()));
    var inbox = FediUrl.parse("https://town.example/users/alice/in?box");

    assertThat(harbour.receives(bob, inbox, follow()).status()).isEqualTo(202);

    harbour.drain();
    assertThat(followers()).containsExactly(bob.uri().text());
  }

  @Test
  void an_inbox_that_nobody_has_is_not_found() {
    var nobody = FediUrl.parse("https://town.example/ap/p/nobody/inbox");
    assertThat(harbour.receives(bob, nobody, follow()).status()).isEqualTo(404);
    nothingChanged();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "null",
        "{\"type\":\"Follow\"",
        "{\"type\":\"Follow\",\"type\":\"Like\",\"actor\":\"ACTOR\",\"id\":\"ACTOR/1\"}",
        "{\"type\":\"Follow\",\"actor\":\"ACTOR\",\"id\":\"ACTOR/1\",\"object\":\"ALICE\","
            + "\"name\":\"a\\u0000b\"}",
        "{\"type\":\"Follow\",\"actor\":\"ACTOR\",\"id\":\"ACTOR/1\",\"object\":\"ALICE\","
            + "\"name\":\"\\ud800\"}",
        "{\"type\":\"Follow\",\"actor\":\"ACTOR\",\"id\":\"ACTOR/1\",\"object\":\"ALICE\","
            + "\"n\":1e400}",
        "{\"actor\":\"ACTOR\",\"id\":\"ACTOR/1\",\"object\":\"ALICE\"}",
        "{\"type\":\"Follow\",\"id\":\"ACTOR/1\",\"object\":\"ALICE\"}",
        "{\"type\":\"Follow\",\"actor\":\"ACTOR\",\"object\":\"ALICE\"}",
        "{\"type\":\"Follow\",\"actor\":\"ACTOR\",\"id\":\"ACTOR/1\"}",
        "{\"type\":[\"Follow\"],\"actor\":{\"id\":7},\"id\":\"ACTOR/1\",\"object\":\"ALICE\"}"
      })
  void what_is_no_activity_is_refused(String text) {
    var body =
        text.replace("ACTOR", bob.uri().text())
            .replace("ALICE", alice.actor().uri().text())
            .getBytes(StandardCharsets.UTF_8);
    assertThat(harbour.receives(bob, Harbour.SHARED_INBOX, body).status()).isEqualTo(400);
    nothingChanged();
  }

  @Test
  void nesting_without_end_is_refused() {
    var body =
        "{\"type\":\"Follow\",\"x\":%s1%s}"
            .formatted("[".repeat(70), "]".repeat(70))
            .getBytes(StandardCharsets.UTF_8);
    assertThat(harbour.receives(bob, Harbour.SHARED_INBOX, body).status()).isEqualTo(400);
    nothingChanged();
  }

  @Test
  void several_types_are_one_activity() {
    var activity = follow().with("type", List.of("Follow", "Kring"));
    assertThat(harbour.receives(bob, activity).status()).isEqualTo(202);
    harbour.drain();
    assertThat(followers()).containsExactly(bob.uri().text());
  }

  @Test
  void more_than_a_mebibyte_is_too_large() {
    var body = follow().with("content", "x".repeat(1 << 20)).toBytes();
    assertThat(sends(signed(bob, body), body).status()).isEqualTo(413);
    nothingChanged();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/html", "multipart/form-data; boundary=x", ""})
  void another_content_type_is_refused(String type) {
    var body = follow().toBytes();
    var headers = new HashMap<>(signed(bob, body));
    headers.put("Content-Type", type);
    assertThat(harbour.post(Harbour.SHARED_INBOX, headers, body).status()).isEqualTo(415);
    nothingChanged();
  }

  @Test
  void an_encoded_body_is_refused() {
    var body = follow().toBytes();
    var headers = new HashMap<>(signed(bob, body));
    headers.put("Content-Encoding", "gzip");
    assertThat(sends(headers, body).status()).isEqualTo(415);
    nothingChanged();
  }

  @Test
  void an_unsigned_activity_is_refused() {
    assertThat(sends(Map.of(), follow().toBytes()).status()).isEqualTo(401);
    nothingChanged();
  }

  @Test
  void an_old_signature_is_refused() {
    var body = follow().toBytes();
    var headers = signed(bob, body);
    harbour.wait(Duration.ofHours(13));
    assertThat(sends(headers, body).status()).isEqualTo(401);
    nothingChanged();
  }

  @Test
  void a_body_that_was_changed_on_its_way_is_refused() {
    var body = follow().toBytes();
    var other = follow().with("content", "changed").toBytes();
    assertThat(sends(signed(bob, body), other).status()).isEqualTo(401);
    nothingChanged();
  }

  @Test
  void a_signature_for_another_inbox_is_refused() {
    var body = follow().toBytes();
    var elsewhere = alice.actor().addresses().inbox();
    var headers = bob.signs(elsewhere, body, harbour.town().clock().instant());
    assertThat(sends(headers, body).status()).isEqualTo(401);
    nothingChanged();
  }

  @Test
  void a_signature_by_another_key_than_it_names_is_refused_however_often() {
    var forger = new PeerActor(peer, "bob", bob.uri(), mallory.keys(), bob.sent());
    for (var i = 0; i < 4; i++) {
      assertThat(harbour.receives(forger, follow()).status()).isEqualTo(401);
    }
    nothingChanged();
    assertThat(peer.asked(bob.uri())).isLessThanOrEqualTo(2);
    assertThat(harbour.receives(bob, follow()).status())
        .as("the forger has not locked bob out")
        .isEqualTo(202);
  }

  @Test
  void nobody_signs_for_another() {
    assertThat(harbour.receives(mallory, follow()).status()).isEqualTo(403);
    nothingChanged();
  }

  @Test
  void a_key_counts_only_where_its_owners_document_names_it() {
    var key = peer.at("/keys/1");
    peer.serves(key, mallory.publicKey(key).with("owner", bob.uri()));
    var thief = new PeerActor(peer, "bob", bob.uri(), mallory.keys(), bob.sent());
    var body = follow().toBytes();
    var headers =
        social.kring.protocol.signature.CavageSigner.sign(
            "POST",
            Harbour.SHARED_INBOX,
            body,
            new social.kring.protocol.signature.SigningKey(key, thief.keys().rsa().getPrivate()),
            harbour.town().clock().instant());
    assertThat(sends(headers, body).status()).isEqualTo(401);
    nothingChanged();
  }

  @Test
  void nobody_takes_anothers_key_by_naming_it() {
    var document =
        mallory
            .document()
            .with(
                "publicKey",
                List.of(mallory.publicKey(mallory.keyId()), mallory.publicKey(bob.keyId())));
    peer.serves(document);
    harbour.receives(mallory, mallory.activity("Follow", alice.actor().uri()));

    assertThat(harbour.receives(bob, follow()).status()).isEqualTo(202);
    var thief = new PeerActor(peer, "bob", bob.uri(), mallory.keys(), bob.sent());
    assertThat(harbour.receives(thief, follow()).status()).isEqualTo(401);
  }

  @Test
  void a_key_with_a_document_of_its_own_leads_to_its_owner() {
    var key = FediUrl.parse(bob.uri().text() + "/main-key");
    peer.serves(bob.document().with("publicKey", bob.publicKey(key)));
    peer.serves(key, bob.document().with("publicKey", bob.publicKey(key)));
    var body = follow().toBytes();
    var headers =
        social.kring.protocol.signature.CavageSigner.sign(
            "POST",
            Harbour.SHARED_INBOX,
            body,
            new social.kring.protocol.signature.SigningKey(key, bob.keys().rsa().getPrivate()),
            harbour.town().clock().instant());
    assertThat(sends(headers, body).status()).isEqualTo(202);
    harbour.drain();
    assertThat(followers()).containsExactly(bob.uri().text());
  }

  @Test
  void a_new_key_is_fetched_when_the_old_one_fails() {
    harbour.receives(bob, follow());
    var renewed = bob.withNewKeys();
    peer.serves(renewed.document());

    assertThat(harbour.receives(renewed, renewed.activity("Like", alice.actor().uri())).status())
        .isEqualTo(202);
    assertThat(harbour.receives(bob, bob.activity("Like", alice.actor().uri())).status())
        .as("the old key is no longer his")
        .isEqualTo(401);
  }

  @Test
  void all_that_is_signed_by_a_new_key_counts_while_that_is_being_fetched() throws Exception {
    harbour.receives(bob, follow());
    var renewed = bob.withNewKeys();
    peer.serves(renewed.document());
    var like = renewed.activity("Like", alice.actor().uri());

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          threads.invokeAll(
              IntStream.range(0, 20)
                  .<java.util.concurrent.Callable<Integer>>mapToObj(
                      i -> () -> harbour.receives(renewed, like).status())
                  .toList());
      for (var answer : answers) assertThat(answer.get()).isEqualTo(202);
    }
    assertThat(peer.asked(bob.uri())).isEqualTo(2);
  }

  @Test
  void a_key_that_cannot_be_had_now_is_waited_for() {
    peer.answers(bob.uri(), 503);
    var answer = harbour.receives(bob, follow());
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsKey("retry-after");
    nothingChanged();
  }

  @Test
  void a_key_that_is_gone_is_none() {
    peer.answers(bob.uri(), 410);
    assertThat(harbour.receives(bob, follow()).status()).isEqualTo(401);
    nothingChanged();
  }

  @Test
  void a_suspended_host_is_refused() {
    harbour
        .town()
        .change(tx -> harbour.peers().decide(tx, peer.authority(), PeerPolicy.SUSPENDED, "spam"));
    assertThat(harbour.receives(bob, follow()).status()).isEqualTo(403);
    nothingChanged();
    assertThat(peer.heard()).isEmpty();
  }

  @Test
  void a_suspended_actor_is_refused() {
    harbour.receives(bob, bob.activity("Like", alice.actor().uri()));
    harbour.drain();
    var actors = harbour.town().foundation().actors();
    var row = actors.byUri(harbour.town().database(), bob.uri()).orElseThrow();
    harbour.town().change(tx -> actors.suspend(tx, row.id()));

    assertThat(harbour.receives(bob, follow()).status()).isEqualTo(403);
    assertThat(harbour.outcomes()).containsExactly("Like done");
  }

  @Test
  void an_id_lies_where_its_actor_lies() {
    var activity = follow().with("id", "https://elsewhere.example/1");
    assertThat(harbour.receives(bob, activity).status()).isEqualTo(403);
    nothingChanged();
  }

  @Test
  void the_deletion_of_an_actor_never_seen_is_forgotten_and_nobody_asked() {
    var delete = bob.activity("Delete", bob.uri());
    assertThat(sends(Map.of(), delete.toBytes()).status()).isEqualTo(202);
    nothingChanged();
    assertThat(peer.heard()).isEmpty();
  }

  @Test
  void the_deletion_of_a_known_actor_needs_his_signature() {
    harbour.receives(bob, follow());
    harbour.drain();
    var delete = bob.activity("Delete", bob.uri());

    assertThat(sends(Map.of(), delete.toBytes()).status()).isEqualTo(401);
    assertThat(followers()).isNotEmpty();

    peer.answers(bob.uri(), 410);
    assertThat(harbour.receives(bob, delete).status()).isEqualTo(202);
    harbour.drain();
    assertThat(followers()).isEmpty();
    assertThat(harbour.receives(bob, follow()).status()).as("he stays deleted").isEqualTo(403);
  }

  @Test
  void the_same_activity_at_the_same_moment_counts_once() {
    var like = bob.activity("Like", alice.posts("hello").uri());
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 8)
              .mapToObj(i -> executor.submit(() -> harbour.receives(bob, like).status()))
              .toList();
      assertThat(answers).extracting(java.util.concurrent.Future::get).containsOnly(202);
    }
    harbour.drain();
    assertThat(harbour.outcomes()).containsExactly("Like done");
  }

  @Test
  void a_duplicate_at_another_personal_inbox_adds_that_recipient() {
    var carol = harbour.square().person("carol");
    var like = bob.activity("Like", alice.posts("hello").uri());
    harbour.receives(bob, alice.actor().addresses().inbox(), like);
    harbour.receives(bob, carol.actor().addresses().inbox(), like);
    var owners =
        harbour
            .town()
            .database()
            .list("SELECT inboxes FROM inbox_event", row -> List.of(row.getArrayOfLongs(0)));
    assertThat(owners).containsExactly(List.of(alice.id(), carol.id()));
  }

  @Test
  void a_request_that_is_sent_again_does_not_do_again_what_was_undone() {
    var follow = follow();
    var body = follow.toBytes();
    var headers = signed(bob, body);
    sends(headers, body);
    harbour.drain();
    harbour.wait(Duration.ofHours(1));
    harbour.receives(bob, bob.activity("Undo", follow));
    harbour.drain();
    assertThat(followers()).isEmpty();

    assertThat(sends(headers, body).status()).isEqualTo(202);
    harbour.drain();
    assertThat(followers()).isEmpty();
  }

  @Test
  void a_follow_may_come_again_under_its_old_id() {
    var follow = follow();
    var undo = bob.activity("Undo", follow);
    for (var i = 0; i < 2; i++) {
      harbour.receives(bob, follow);
      harbour.drain();
      assertThat(followers()).hasSize(1);
      harbour.wait(Duration.ofHours(1));
      harbour.receives(bob, undo);
      harbour.drain();
      assertThat(followers()).isEmpty();
      harbour.wait(Duration.ofHours(1));
    }
  }

  @Test
  void somebody_else_may_bring_what_proves_itself_if_everyone_may_see_it() {
    harbour.square().follow(alice.actor(), harbour.elsewhere().actors().find(bob.uri()));
    var now = harbour.town().clock().instant();
    var note = bob.note("1", "<p>proven</p>", now);

    assertThat(harbour.receives(mallory, bob.proven(bob.creates(note), now)).status())
        .isEqualTo(202);
    harbour.drain();
    assertThat(harbour.square().post(note.id("id").orElseThrow())).isPresent();
  }

  @Test
  void a_proof_of_something_else_proves_nothing() {
    var now = harbour.town().clock().instant();
    var proven = bob.proven(bob.creates(bob.note("1", "<p>proven</p>", now)), now);

    assertThat(harbour.receives(mallory, proven.with("summary", "changed")).status())
        .isEqualTo(403);
    assertThat(harbour.receives(mallory, bob.proven(follow(), now)).status())
        .as("a proof speaks for no Follow")
        .isEqualTo(403);
    nothingChanged();
  }

  @Test
  void an_unknown_activity_is_kept_without_effect() {
    assertThat(harbour.receives(bob, bob.activity("Offer", alice.actor().uri())).status())
        .isEqualTo(202);
    assertThat(harbour.receives(bob, bob.activity("Teleport", alice.actor().uri())).status())
        .isEqualTo(202);
    harbour.drain();
    assertThat(harbour.outcomes()).containsExactly("Offer done", "Teleport done");
  }

  @Test
  void a_full_queue_says_when_to_come_back() {
    for (var i = 0; i < 200; i++) {
      assertThat(harbour.receives(bob, bob.activity("Offer", alice.actor().uri())).status())
          .isEqualTo(202);
    }
    harbour.wait(Duration.ofSeconds(2));

    var answer = harbour.receives(bob, follow());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsKey("retry-after");
    harbour.drain();
    assertThat(followers()).isEmpty();
  }

  @Test
  void a_database_that_is_away_is_waited_for() {
    harbour.receives(bob, bob.activity("Offer", alice.actor().uri()));
    harbour.withoutDatabase(
        () -> {
          var answer = harbour.receives(bob, follow());
          assertThat(answer.status()).isEqualTo(503);
          assertThat(answer.headers()).containsKey("retry-after");
        });
    assertThat(harbour.outcomes()).containsExactly("Offer waits");
  }

  @Test
  void a_newer_signature_is_understood_and_remembered() {
    var body = follow().toBytes();
    var headers =
        MessageSigner.sign(
            "POST", Harbour.SHARED_INBOX, body, bob.signingKey(), harbour.town().clock().instant());
    assertThat(sends(headers, body).status()).isEqualTo(202);
    assertThat(
            harbour
                .peers()
                .find(harbour.town().database(), peer.authority())
                .orElseThrow()
                .dialect())
        .isEqualTo(SignatureDialect.RFC9421);
  }
}
