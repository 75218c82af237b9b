package social.kring.federation.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.Origin;
import social.kring.testing.Harbour;
import social.kring.testing.Peer;
import social.kring.testing.Town;

@Timeout(60)
class RemoteActorsTest {
  private final Harbour harbour = new Harbour();
  private final Peer peer = new Peer("peer");
  private final RemoteActors remote = harbour.elsewhere().actors();

  @AfterEach
  void close() {
    peer.close();
    harbour.close();
  }

  private static Problem.Kind kind(ThrowingCallable call) {
    return catchThrowableOfType(Problem.class, call).kind();
  }

  @Test
  void somebody_is_found_by_id_and_kept() {
    var bob = peer.actor("bob");

    var found = remote.find(bob.uri());

    assertThat(found.handle()).isEqualTo(bob.handle());
    assertThat(remote.find(bob.uri()).id()).isEqualTo(found.id());
    assertThat(peer.asked(bob.uri())).isEqualTo(1);
  }

  @Test
  void somebody_is_found_by_handle_whatever_its_case() {
    var bob = peer.actor("bob");
    var found = remote.find(bob.handle());
    assertThat(found.uri()).isEqualTo(bob.uri());
    assertThat(remote.find(new Handle("BOB", peer.authority())).id()).isEqualTo(found.id());
  }

  @Test
  void fetches_are_signed_by_the_nodes_own_actor() {
    remote.find(peer.actor("bob").uri());
    assertThat(peer.heard())
        .filteredOn(request -> request.getUrl().startsWith("/users/"))
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.getHeader("Signature"))
                    .contains(harbour.instance().uri().text()));
  }

  @Test
  void there_is_one_actor_of_the_node_and_no_other() {
    var again =
        InstanceActor.open(
            harbour.town().database(), harbour.town().foundation().actors(), Town.DOMAIN);
    assertThat(again.id()).isEqualTo(harbour.instance().id());
    assertThat(again.kind().type()).isEqualTo(ActorKind.Type.APPLICATION);
  }

  @Test
  void a_handle_that_its_actor_does_not_claim_is_nobodys() {
    var bob = peer.actor("bob");
    try (var liar = new Peer("liar")) {
      liar.answersFor("bob", bob.uri());
      assertThat(kind(() -> remote.find(new Handle("bob", liar.authority()))))
          .isEqualTo(Problem.Kind.UPSTREAM);
    }
    assertThat(remote.find(bob.uri()).handle()).isEqualTo(bob.handle());
  }

  @Test
  void a_claim_that_the_handles_host_does_not_confirm_is_none() {
    var bob = peer.actor("bob");
    try (var other = new Peer("other")) {
      var claimed = "ceo@" + other.authority();
      peer.serves(bob.document().with("webfinger", claimed));
      assertThat(remote.find(bob.uri()).handle()).isEqualTo(bob.handle());

      other.answersFor("ceo", bob.uri());
      harbour.wait(Duration.ofMinutes(10));
      assertThat(remote.fetch(bob.uri()).handle().acct()).isEqualTo(claimed);
    }
  }

  @Test
  void an_address_with_another_actor_behind_it_is_not_that_actor() {
    var bob = peer.actor("bob");
    peer.serves(peer.at("/users/alias"), bob.document());
    assertThat(kind(() -> remote.find(peer.at("/users/alias")))).isEqualTo(Problem.Kind.UPSTREAM);
  }

  @Test
  void what_is_no_actor_is_none() {
    var note = Tree.builder().put("id", peer.at("/1")).put("type", "Note").build();
    peer.serves(note.with("attributedTo", peer.at("/users/bob")));
    assertThat(kind(() -> remote.find(peer.at("/1")))).isEqualTo(Problem.Kind.UPSTREAM);
  }

  @Test
  void nobody_else_says_who_lives_here() {
    assertThat(kind(() -> remote.find(Town.DOMAIN.url("/ap/p/nobody"))))
        .isEqualTo(Problem.Kind.NOT_FOUND);
  }

  @Test
  void what_somebody_shows_of_themselves_is_cleaned() {
    var bob = peer.actor("bob");
    var field =
        Tree.of(
            Map.of("type", "PropertyValue", "name", "site\u0007", "value", "<b onclick=x>me</b>"));
    peer.serves(
        bob.document()
            .with("name", "Bob\nthe \u202Ebuilder")
            .with("summary", "<p>hi <img src=x onerror=alert(1)><style>p{}</style></p>")
            .with("attachment", List.of(field))
            .with("followers", "https://victim.example/followers")
            .with("published", "2199-01-01T00:00:00Z"));

    var found = remote.find(bob.uri());

    assertThat(found.profile().displayName()).isEqualTo("Bob the  builder");
    assertThat(found.profile().summary()).isEqualTo("<p>hi </p>");
    assertThat(found.profile().fields())
        .containsExactly(
            new ActorProfile.Field("site", "<b>me</b>", "", java.util.Optional.empty()));
    assertThat(found.addresses().followers()).as("a list of another's").isEmpty();
    assertThat(found.profile().published()).isEqualTo(harbour.town().clock().instant());
  }

  @Test
  void somebody_deleted_stays_deleted() {
    var bob = peer.actor("bob");
    var found = remote.find(bob.uri());
    harbour.town().change(tx -> harbour.elsewhere().departures().record(tx, found));

    assertThat(remote.fetch(bob.uri()).standing().deletedAt()).isPresent();
  }

  @Test
  void somebody_seen_long_ago_is_looked_at_again() {
    var bob = peer.actor("bob");
    remote.find(bob.uri());
    peer.serves(bob.document().with("name", "Bob"));
    harbour.wait(Duration.ofDays(2));

    assertThat(remote.find(bob.uri()).profile().displayName()).isEmpty();

    assertThat(harbour.town().nextJob().kind()).isEqualTo("actors.refresh");
    harbour.elsewhere().refresh().run(Tree.builder().put("actor", bob.uri()).build());
    assertThat(remote.find(bob.uri()).profile().displayName()).isEqualTo("Bob");
  }

  @Test
  void somebody_who_is_gone_there_is_gone_here() {
    var bob = peer.actor("bob");
    remote.find(bob.uri());
    peer.answers(bob.uri(), 410);
    harbour.elsewhere().refresh().run(Tree.builder().put("actor", bob.uri()).build());
    assertThat(remote.find(bob.uri()).standing().deletedAt()).isPresent();
    assertThat(harbour.town().kinds()).contains("actor.deleted");
  }

  @Test
  void twenty_newcomers_a_second_are_enough_of_a_host() {
    var actors = IntStream.range(0, 25).mapToObj(i -> peer.at("/users/p" + i)).toList();
    var kinds = actors.stream().map(uri -> kind(() -> remote.find(uri))).toList();
    assertThat(kinds.subList(0, 20)).containsOnly(Problem.Kind.NOT_FOUND);
    assertThat(kinds.subList(20, 25)).containsOnly(Problem.Kind.UNAVAILABLE);

    harbour.wait(Duration.ofSeconds(2));
    assertThat(kind(() -> remote.find(actors.getLast()))).isEqualTo(Problem.Kind.NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "a.b.example, b.example",
    "b.example, b.example",
    "a.b.co.uk, b.co.uk",
    "b.co.uk, b.co.uk",
    "a.b.de, b.de",
    "a.b.localhost:81, a.b.localhost:81",
    "192.0.2.7, 192.0.2.7"
  })
  void hosts_are_counted_by_what_somebody_registered(String host, String registered) {
    assertThat(RegistrableDomain.of(Origin.ofAuthority(host))).isEqualTo(registered);
  }
}
