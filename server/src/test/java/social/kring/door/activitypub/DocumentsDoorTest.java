package social.kring.door.activitypub;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.sqlclient.Tuple;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.community.people.Profile;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.StoredKey;
import social.kring.platform.domains.Domain;
import social.kring.protocol.activitystreams.Actor;
import social.kring.protocol.activitystreams.ActorKey;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.integrity.IntegrityProof;
import social.kring.protocol.integrity.Multikey;
import social.kring.protocol.json.Tree;
import social.kring.protocol.signature.PublicKeys;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.Neighbour;
import social.kring.testing.OpenDoors;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsDoorTest {
  private static final FediUrl NOWHERE = FediUrl.parse("https://town.example/ap/o/nowhere");

  private OpenDoors server;
  private Neighbour alice;
  private int made;

  @BeforeAll
  void open() {
    server = new OpenDoors();
    server.square().town().change(tx -> server.square().town().domains().add(tx, old()));
  }

  @AfterAll
  void close() {
    server.close();
  }

  @BeforeEach
  void meet() {
    alice = server.square().person("alice" + made++);
  }

  @Test
  void an_actor_is_read_by_peers_as_it_is() {
    var answer = server.get(alice.actor().uri());
    var actor = Actor.from(answer.tree());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/activity+json");
    assertThat(answer.header("Vary")).contains("Accept");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(actor.uri()).isEqualTo(alice.actor().uri());
    assertThat(actor.type()).isEqualTo("Person");
    assertThat(actor.webfinger()).contains(alice.actor().handle().acct());
    assertThat(actor.links().inbox()).isEqualTo(alice.actor().addresses().inbox());
    assertThat(actor.links().sharedInbox()).isEqualTo(alice.actor().addresses().sharedInbox());
    assertThat(actor.links().collections().featured())
        .isEqualTo(alice.actor().addresses().featured());
    assertThat(actor.links().page()).contains(alice.actor().addresses().page());
    assertThat(actor.choices().discoverable()).isTrue();
  }

  @Test
  void an_actors_keys_are_those_it_signs_with() {
    var actor = Actor.from(server.get(alice.actor().uri()).tree());
    var keys = keys(alice.actor());

    assertThat(actor.keys())
        .containsExactlyInAnyOrder(
            new ActorKey.Pem(
                key(keys, StoredKey.Kind.RSA).id(),
                PublicKeys.toPem(PublicKeys.ofSpki(key(keys, StoredKey.Kind.RSA).publicKey()))),
            new ActorKey.Multikey(
                key(keys, StoredKey.Kind.POST).id(),
                Multikey.encode(PublicKeys.ofSpki(key(keys, StoredKey.Kind.POST).publicKey()))));
  }

  @Test
  void an_exit_key_stands_beside_the_post_key() {
    var exit = alice.actor().uri().text() + "#exit-key";
    server
        .square()
        .database()
        .execute(
            """
            INSERT INTO actor_key (id, actor_id, kind, public_key)
            SELECT $1, actor_id, 'exit', public_key
              FROM actor_key WHERE actor_id = $2 AND kind = 'post'
            """,
            Tuple.of(exit, alice.id()));

    var document = server.get(alice.actor().uri()).tree();

    assertThat(document.objects("assertionMethod"))
        .hasSize(2)
        .allSatisfy(key -> assertThat(key.string("type")).contains("Multikey"))
        .allSatisfy(key -> assertThat(key.id("controller")).contains(alice.actor().uri()))
        .anySatisfy(key -> assertThat(key.string("id")).contains(exit));
  }

  @Test
  void an_actor_proves_its_own_document() {
    var document = server.get(alice.actor().uri()).tree();

    var proof = IntegrityProof.in(document).orElseThrow();

    var key = key(keys(alice.actor()), StoredKey.Kind.POST);
    assertThat(document.isList("@context")).isTrue();
    assertThat(proof.keyId()).contains(key.id());
    assertThat(proof.verifies(PublicKeys.ofSpki(key.publicKey()))).isTrue();
  }

  @Test
  void nothing_empty_is_written() {
    var document = server.get(alice.actor().uri()).tree();

    assertThat(document.names())
        .doesNotContain(
            "name", "summary", "icon", "image", "attachment", "tag", "alsoKnownAs", "movedTo");
  }

  @Test
  void a_profile_is_shown_as_it_was_written_and_at_once() {
    server.get(alice.actor().uri());
    var people = server.square().town().people();
    var profile =
        people
            .profile(server.square().database(), alice.id())
            .withDisplayName("Alice")
            .withBio("builds <things>")
            .withFields(List.of(new Profile.Field("Work", "https://acme.example")))
            .withAttributionDomains(List.of("acme.example"));
    server.square().town().change(tx -> people.update(tx, alice.id(), profile));

    var document = server.get(alice.actor().uri()).tree();

    assertThat(document.string("name")).contains("Alice");
    assertThat(document.string("summary")).contains("<p>builds &lt;things&gt;</p>");
    assertThat(document.strings("attributionDomains")).containsExactly("acme.example");
    assertThat(document.objects("attachment"))
        .singleElement()
        .satisfies(field -> assertThat(field.string("type")).contains("PropertyValue"))
        .satisfies(
            field ->
                assertThat(field.string("value").orElseThrow())
                    .contains("href=\"https://acme.example"));
  }

  @Test
  void an_alias_shows_at_once_or_a_move_would_not_be_believed() {
    server.get(alice.actor().uri());

    aliases("https://elsewhere.example/users/alice");

    assertThat(server.get(alice.actor().uri()).tree().strings("alsoKnownAs"))
        .containsExactly("https://elsewhere.example/users/alice");
  }

  @Test
  void a_browser_is_sent_to_the_page_and_the_page_is_the_actor_to_peers() {
    var page = alice.actor().addresses().page();

    var browser = server.get(alice.actor().uri(), OpenDoors.BROWSER);
    var peer = server.get(page);

    assertThat(browser.status()).isEqualTo(302);
    assertThat(browser.header("Location")).isEqualTo(page.text());
    assertThat(browser.header("Vary")).contains("Accept");
    assertThat(peer.tree().id("id")).contains(alice.actor().uri());
  }

  @Test
  void an_actor_taken_over_is_served_at_its_old_addresses() {
    var uri = FediUrl.parse("https://old.example/users/alice" + made);
    var key = FediUrl.parse(uri.text() + "/main-key");
    server
        .square()
        .database()
        .execute(
            """
            UPDATE actor
               SET uri = $2, authority = 'old.example', inbox = $2 || '/inbox',
                   outbox = $2 || '/outbox', page = 'https://old.example/@' || name
             WHERE id = $1
            """,
            Tuple.of(alice.id(), uri.text()));
    server
        .square()
        .database()
        .execute(
            "UPDATE actor_key SET id = $2 WHERE actor_id = $1 AND kind = 'rsa'",
            Tuple.of(alice.id(), key.text()));

    var actor = Actor.from(server.get(uri).tree());
    var byKey = Actor.from(server.get(key).tree());

    assertThat(actor.uri()).isEqualTo(uri);
    assertThat(actor.links().inbox().text()).isEqualTo(uri.text() + "/inbox");
    assertThat(actor.keys()).extracting(ActorKey::id).contains(key);
    assertThat(byKey.keys()).isEqualTo(actor.keys());
    assertThat(server.get(uri.text() + "/outbox").status()).isEqualTo(200);
  }

  @Test
  void an_actor_is_served_under_its_own_domain_alone() {
    var elsewhere = alice.actor().uri().text().replace("town.example", "old.example");

    assertThat(server.get(elsewhere).status()).isEqualTo(404);
  }

  @Test
  void a_deleted_actor_is_gone_and_a_suspended_one_shows_its_keys_only() {
    var bob = server.square().person("bob" + made);
    var actors = server.square().town().foundation().actors();
    server.square().town().change(tx -> actors.markDeleted(tx, alice.id()));
    server.square().town().change(tx -> actors.suspend(tx, bob.id()));

    var deleted = server.get(alice.actor().uri());
    var suspended = server.get(bob.actor().uri()).tree();

    assertThat(deleted.status()).isEqualTo(410);
    assertThat(deleted.tree().string("type")).contains("Tombstone");
    assertThat(deleted.tree().id("id")).contains(alice.actor().uri());
    assertThat(suspended.flag("suspended")).contains(true);
    assertThat(suspended.has("publicKey")).isTrue();
    assertThat(suspended.has("published")).isFalse();
  }

  @Test
  void a_post_is_a_note_with_a_proof_to_peers_and_a_page_to_browsers() {
    var post = alice.posts("hello");

    var note = server.get(post.uri());
    var browser = server.get(post.uri(), OpenDoors.BROWSER);

    assertThat(note.status()).isEqualTo(200);
    assertThat(note.tree().string("type")).contains("Note");
    assertThat(note.tree().isList("@context")).isTrue();
    assertThat(proof(note.tree()).verifies(postKey())).isTrue();
    assertThat(browser.status()).isEqualTo(302);
    assertThat(browser.header("Location")).isEqualTo(post.addresses().page().text());
  }

  @Test
  void a_deleted_post_is_gone() {
    var post = alice.posts("not for long");
    alice.deletes(post);

    var answer = server.get(post.uri());

    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.tree().string("type")).contains("Tombstone");
  }

  @Test
  void what_was_read_a_moment_ago_is_read_as_it_is_now() {
    var post = alice.posts("as it was");
    assertThat(server.get(post.uri()).tree().string("content").orElseThrow()).contains("was");

    alice.edits(post, "as it is now");
    assertThat(server.get(post.uri()).tree().string("content").orElseThrow()).contains("is now");

    alice.deletes(post);
    assertThat(server.get(post.uri()).status()).isEqualTo(410);
  }

  @Test
  void what_a_follower_has_read_is_not_remembered_for_others() {
    var post = alice.posts("for followers", Visibility.PRIVATE);
    var bob = follower("late" + made);

    assertThat(server.get(post.uri()).status()).isEqualTo(404);
    assertThat(server.get(post.uri(), bob).status()).isEqualTo(200);
    assertThat(server.get(post.uri()).status()).isEqualTo(404);
    assertThat(server.get(post.uri(), bob).status()).isEqualTo(200);
  }

  @Test
  void a_private_post_is_to_all_others_as_if_it_were_not() {
    var post = alice.posts("for followers", Visibility.PRIVATE);
    var stranger = server.peer("stranger" + made, "far.example");

    var unsigned = server.get(post.uri());
    var signed = server.get(post.uri(), stranger);
    var unknown = server.get(NOWHERE);

    assertThat(unsigned.status()).isEqualTo(404);
    assertThat(unsigned.body()).isEqualTo(unknown.body());
    assertThat(signed.status()).isEqualTo(404);
    assertThat(signed.body()).isEqualTo(unknown.body());
  }

  @Test
  void a_follower_who_signs_reads_what_is_for_followers() {
    var post = alice.posts("for followers", Visibility.PRIVATE);
    var follower = follower("follower" + made);

    var answer = server.get(post.uri(), follower);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(answer.tree().has("proof")).isFalse();
  }

  @Test
  void a_wrong_signature_opens_nothing_and_is_told_so() {
    var open = alice.posts("for all");
    var closed = alice.posts("for followers", Visibility.PRIVATE);
    var follower = follower("forged" + made);
    var forger = server.peer("forger" + made, "far.example");
    var forged =
        new OpenDoors.Peer(
            follower.actor(),
            new social.kring.protocol.signature.SigningKey(
                follower.key().id(), forger.key().key()));

    assertThat(server.get(closed.uri(), forged).status()).isEqualTo(401);
    assertThat(server.get(NOWHERE, forged).status()).isEqualTo(401);
    assertThat(server.get(open.uri(), forged).status()).isEqualTo(200);
  }

  @Test
  void what_everyone_may_see_is_shown_before_a_key_is_asked_for() {
    var open = alice.posts("for all");
    var stranger = follower("unasked" + made);
    var unknown =
        new OpenDoors.Peer(
            stranger.actor(),
            new social.kring.protocol.signature.SigningKey(
                FediUrl.parse("https://far.example/users/new/main-key"), stranger.key().key()));
    var before = server.keysFetched();

    var answer = server.get(open.uri(), unknown);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(server.keysFetched()).isEqualTo(before);
  }

  @Test
  void robots_are_told_what_to_leave_alone() {
    var answer = server.get(FediUrl.parse("https://town.example/robots.txt"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("Disallow: /api/");
  }

  @Test
  void whoever_is_blocked_sees_nothing() {
    var post = alice.posts("for all");
    var bob = server.peer("blocked" + made, "far.example");
    alice.blocks(bob.actor());

    for (var url :
        List.of(
            alice.actor().uri(),
            post.uri(),
            alice.actor().addresses().outbox().orElseThrow(),
            alice.actor().addresses().followers().orElseThrow())) {
      assertThat(server.get(url, bob).status()).as(url.text()).isEqualTo(404);
      assertThat(server.get(url).status()).as(url.text()).isEqualTo(200);
    }
  }

  @Test
  void a_suspended_host_is_refused() {
    var bob = server.peer("bob" + made, "bad.example");
    server.suspends("bad.example");

    assertThat(server.get(alice.actor().uri(), bob).status()).isEqualTo(403);
    assertThat(server.get(NOWHERE, bob).status()).isEqualTo(403);
  }

  @Test
  void the_instance_actor_asks_nobody_who_they_are() {
    server
        .square()
        .database()
        .execute("UPDATE actor SET type = 'Application' WHERE id = $1", Tuple.of(alice.id()));
    var bob = server.peer("bob" + made, "worse.example");
    server.suspends("worse.example");

    assertThat(server.get(alice.actor().uri(), bob).status()).isEqualTo(200);
  }

  @Test
  void a_head_is_answered_without_a_body() {
    var answer =
        server.send(HttpMethod.HEAD, alice.actor().uri(), Map.of("Accept", OpenDoors.ACTIVITY));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void followers_hear_of_a_changed_profile_with_two_proofs() {
    server.square().published();

    aliases("did:key:z6MkfDSCUT7VomYVwRtXTW9nRF13ksuA39tRgeQUNxCwim1J");

    var publication = server.square().published().getFirst();
    var update = publication.activity();
    var key = postKey();
    assertThat(update.string("type")).contains("Update");
    assertThat(update.id("actor")).contains(alice.actor().uri());
    assertThat(proof(update).verifies(key)).isTrue();
    assertThat(proof(update.tree("object").orElseThrow()).verifies(key)).isTrue();
    assertThat(publication.recipients())
        .extracting(recipients -> recipients.audience())
        .containsExactly("followers");
  }

  private static IntegrityProof proof(Tree document) {
    return IntegrityProof.in(document).orElseThrow();
  }

  private void aliases(String... aliases) {
    server
        .square()
        .town()
        .change(
            tx -> server.square().town().people().changeAliases(tx, alice.id(), List.of(aliases)));
  }

  private OpenDoors.Peer follower(String name) {
    var peer = server.peer(name, "near.example");
    server
        .square()
        .database()
        .execute(
            """
            INSERT INTO follow (id, follower_id, followed_id, activity_uri, requested_at, accepted_at)
            VALUES ($1, $2, $3, $4, now(), now())
            """,
            Tuple.of(
                server.square().town().foundation().ids().next(),
                peer.actor().id(),
                alice.id(),
                peer.actor().uri().text() + "/follows/1"));
    return peer;
  }

  private PublicKey postKey() {
    return PublicKeys.ofSpki(key(keys(alice.actor()), StoredKey.Kind.POST).publicKey());
  }

  private List<StoredKey> keys(ActorRow actor) {
    return server
        .square()
        .town()
        .foundation()
        .actors()
        .keys(server.square().database(), actor.id());
  }

  private static StoredKey key(List<StoredKey> keys, StoredKey.Kind kind) {
    return keys.stream().filter(key -> key.kind() == kind).findFirst().orElseThrow();
  }

  private static Domain old() {
    return new Domain("https", "old.example");
  }
}
