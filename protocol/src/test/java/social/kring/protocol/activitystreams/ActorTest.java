package social.kring.protocol.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static social.kring.protocol.activitystreams.Documents.ALICE;
import static social.kring.protocol.activitystreams.Documents.BOB;
import static social.kring.protocol.activitystreams.Documents.actor;
import static social.kring.protocol.activitystreams.Documents.json;
import static social.kring.protocol.activitystreams.Documents.url;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.ActorProfile.PropertyValue;
import social.kring.protocol.json.Tree;

class ActorTest {

  @ParameterizedTest
  @ValueSource(strings = {"Person", "Organization", "Group", "Service", "Application"})
  void every_kind_of_actor_has_the_same_view_that_loses_nothing(String type) {
    var tree = actor(type).with("unheard-of", Map.of("a", List.of(true)));
    var actor = (Actor) ApObject.parse(tree);
    assertThat(actor.type()).isEqualTo(type);
    assertThat(actor.uri()).isEqualTo(url(BOB));
    assertThat(actor.id()).contains(url(BOB));
    assertThat(actor.preferredUsername()).isEqualTo("bob");
    assertThat(actor.links().inbox()).isEqualTo(url(BOB + "/inbox"));
    assertThat(actor.tree()).isEqualTo(tree);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "preferredUsername", "inbox"})
  void what_it_cannot_be_without_is_named(String property) {
    for (var tree :
        new Tree[] {actor("Person").without(property), actor("Person").with(property, 7)}) {
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> Actor.from(tree))
          .withMessageStartingWith(property)
          .matches(problem -> problem.kind() == Problem.Kind.MALFORMED);
    }
  }

  @Test
  void names_that_are_blank_or_too_long_are_none() {
    for (var name : new String[] {"", " ", "x".repeat(501)}) {
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> Actor.from(actor("Person").with("preferredUsername", name)));
    }
  }

  @Test
  void its_links_are_read_as_peers_write_them() {
    var actor =
        Actor.from(
            actor("Person")
                .with("endpoints", Map.of("sharedInbox", "https://peer.example/inbox"))
                .with("outbox", BOB + "/outbox")
                .with("followers", Map.of("id", BOB + "/followers", "type", "Collection"))
                .with("featured", BOB + "/featured")
                .with("url", List.of(Map.of("type", "Link", "href", "https://peer.example/@bob")))
                .with("alsoKnownAs", List.of(ALICE, "did:key:z6Mk"))
                .with("movedTo", ALICE)
                .with("webfinger", "bob@peer.example"));
    assertThat(actor.links().sharedInbox()).contains(url("https://peer.example/inbox"));
    assertThat(actor.links().collections().outbox()).contains(url(BOB + "/outbox"));
    assertThat(actor.links().collections().followers()).contains(url(BOB + "/followers"));
    assertThat(actor.links().collections().following()).isEmpty();
    assertThat(actor.links().collections().featured()).contains(url(BOB + "/featured"));
    assertThat(actor.links().page()).contains(url("https://peer.example/@bob"));
    assertThat(actor.links().alsoKnownAs()).containsExactly(ALICE, "did:key:z6Mk");
    assertThat(actor.links().movedTo()).contains(url(ALICE));
    assertThat(actor.webfinger()).contains("bob@peer.example");
  }

  @Test
  void its_profile_is_read_as_peers_write_it() {
    var profile =
        Actor.from(
                actor("Person")
                    .with("name", "Bob")
                    .with("summary", "<p>builds bridges</p>")
                    .with("icon", Map.of("type", "Image", "url", "https://peer.example/i.png"))
                    .with("image", "https://peer.example/h.png")
                    .with("published", "2020-02-29T00:00:00+01:00")
                    .with(
                        "attachment", json("{'type':'PropertyValue','name':'Town','value':'Ulm'}")))
            .profile();
    assertThat(profile.name()).isEqualTo("Bob");
    assertThat(profile.summary()).isEqualTo("<p>builds bridges</p>");
    assertThat(profile.icon()).contains(url("https://peer.example/i.png"));
    assertThat(profile.image()).contains(url("https://peer.example/h.png"));
    assertThat(profile.published()).contains(Instant.parse("2020-02-28T23:00:00Z"));
    assertThat(profile.fields()).containsExactly(new PropertyValue("Town", "Ulm"));
  }

  @Test
  void its_choices_are_no_until_it_says_yes() {
    var silent = Actor.from(actor("Person")).choices();
    assertThat(silent).isEqualTo(new ActorChoices(false, false, false, false, false));
    var loud =
        Actor.from(
            actor("Person").with("discoverable", true).with("manuallyApprovesFollowers", true));
    assertThat(loud.choices()).isEqualTo(new ActorChoices(true, true, false, false, false));
    var odd = Actor.from(actor("Person").with("discoverable", "true"));
    assertThat(odd.choices().discoverable()).isFalse();
  }

  @Test
  void keys_count_only_where_they_name_it_as_their_owner() {
    var tree =
        json(
            """
            {'id':'https://peer.example/users/bob','type':'Person','preferredUsername':'bob',
             'inbox':'https://peer.example/inbox',
             'publicKey':[
               {'id':'https://peer.example/users/bob#main-key','owner':'https://peer.example/users/bob','publicKeyPem':'PEM'},
               {'id':'https://peer.example/users/eve#main-key','owner':'https://peer.example/users/eve','publicKeyPem':'PEM'},
               {'id':'https://peer.example/users/bob#no-owner','publicKeyPem':'PEM'},
               {'id':'https://peer.example/users/bob#no-key','owner':'https://peer.example/users/bob'},
               'https://peer.example/users/bob#elsewhere'],
             'assertionMethod':[
               {'id':'https://peer.example/users/bob#post-key','type':'Multikey','controller':'https://peer.example/users/bob','publicKeyMultibase':'z6Mk'},
               {'id':'https://peer.example/users/bob#other','type':'Multikey','controller':'https://peer.example/users/eve','publicKeyMultibase':'z6Mk'}]}
            """);
    assertThat(Actor.from(tree).keys())
        .containsExactly(
            new ActorKey.Pem(url(BOB + "#main-key"), "PEM"),
            new ActorKey.Multikey(url(BOB + "#post-key"), "z6Mk"));
  }

  @Test
  void lists_and_texts_are_cut_and_not_refused() {
    var key = Map.of("id", BOB + "#k", "owner", BOB, "publicKeyPem", "PEM");
    var field = Map.of("type", "PropertyValue", "name", "n".repeat(3_000), "value", "v");
    var actor =
        Actor.from(
            actor("Person")
                .with("name", "x".repeat(5_000))
                .with("summary", "y".repeat(50_000))
                .with("publicKey", Collections.nCopies(30, key))
                .with("attachment", Collections.nCopies(80, field))
                .with("alsoKnownAs", IntStream.range(0, 400).mapToObj(i -> BOB + i).toList()));
    assertThat(actor.profile().name()).hasSize(2_048);
    assertThat(actor.profile().summary()).hasSize(20_000);
    assertThat(actor.keys()).hasSize(10);
    assertThat(actor.profile().fields()).hasSize(50).allMatch(f -> f.name().length() == 2_048);
    assertThat(actor.links().alsoKnownAs()).hasSize(256);
  }
}
