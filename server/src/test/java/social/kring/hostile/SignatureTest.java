package social.kring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import social.kring.protocol.url.FediUrl;

/** A signature counts if it is all that it should be, and nothing else does. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignatureTest {
  private final Underworld world = new Underworld();
  private final Fortress fortress = new Fortress(Set.of(Underworld.place(world.at("home", "/"))));
  private final Outlaw bob = new Outlaw(world, "home", "bob", Keys.RSA, Keys.ED25519).settles();
  private final Outlaw mallory =
      new Outlaw(world, "home", "mallory", Keys.OTHER_RSA, Keys.OTHER_ED25519).settles();
  private final Outlaw weak =
      new Outlaw(world, "home", "weak", Keys.rsa(1_024), Keys.ED25519).settles();
  private Citizen alice;
  private byte[] body;

  @BeforeAll
  void meet() {
    alice = fortress.citizen("alice");
    List.of(bob, mallory, weak).forEach(alice::idOf);
    body = bob.activity("Follow", alice.actor().uri()).toBytes();
  }

  @AfterAll
  void close() {
    fortress.close();
    world.close();
  }

  private FediUrl inbox() {
    return fortress.sharedInbox();
  }

  private Map<String, String> headers(Forgery forgery) {
    return forgery.headers("POST", inbox(), body);
  }

  private Map<String, String> changed(Consumer<Map<String, String>> change) {
    var headers = headers(Forgery.by(bob));
    change.accept(headers);
    return headers;
  }

  private static List<String> without(String name) {
    return Forgery.ALL.stream().filter(each -> !each.equals(name)).toList();
  }

  private Stream<Map<String, String>> forgeries() {
    var good = Forgery.by(bob);
    return Stream.of(
            Forgery.ALL.stream().map(name -> good.covering(without(name))).map(this::headers),
            made(good),
            tampered())
        .flatMap(each -> each);
  }

  private Stream<Map<String, String>> made(Forgery good) {
    return Stream.of(
            good.covering(List.of()),
            good.covering(List.of("date")),
            good.covering(List.of("(request-target)", "host", "(created)", "digest")),
            good.aged(Duration.ofHours(13)),
            good.aged(Duration.ofHours(-2)),
            good.aged(Duration.ofDays(3_650)),
            good.using("rsa-sha1", "SHA1withRSA"),
            good.using("rsa-sha256", "SHA1withRSA"),
            good.using("hs2019", "MD5withRSA"),
            good.using("none", "SHA256withRSA"),
            good.using("hmac-sha256", "SHA256withRSA"),
            good.with(Keys.OTHER_RSA.getPrivate()),
            good.with(Keys.ED25519.getPrivate()).using("ed25519", "Ed25519"),
            good.with(Keys.ED25519.getPrivate()).using("hs2019", "Ed25519"),
            good.named(bob.proofKeyId().text())
                .with(Keys.ED25519.getPrivate())
                .using("hs2019", "Ed25519"),
            good.named(mallory.keyId().text()),
            good.named(mallory.keyId().text()).with(Keys.OTHER_RSA.getPrivate()),
            good.named(alice.actor().uri().text() + "#main-key"),
            good.named(bob.uri().text() + "#no-such-key"),
            good.named(bob.uri().text()),
            good.named(""),
            good.named("no address"),
            Forgery.by(weak))
        .map(this::headers);
  }

  private Stream<Map<String, String>> tampered() {
    var other = new byte[] {'{', '}'};
    var elsewhere = fortress.at("/ap/other");
    return Stream.of(
        changed(h -> h.remove("signature")),
        changed(h -> h.remove("digest")),
        changed(h -> h.remove("date")),
        changed(h -> h.put("signature", "")),
        changed(h -> h.put("signature", "keyId=\"" + bob.keyId() + "\"")),
        changed(h -> h.put("signature", h.get("signature") + ",headers=\"date\"")),
        changed(
            h -> h.put("signature", h.get("signature").replace("signature=\"", "signature=\"A"))),
        changed(h -> h.put("signature", h.get("signature") + ", " + h.get("signature"))),
        changed(h -> h.put("digest", "SHA-256=" + Forgery.digest(other))),
        changed(h -> h.put("digest", "SHA-256=" + Forgery.digest(other) + "," + h.get("digest"))),
        changed(h -> h.put("digest", h.get("digest").replace("SHA-256", "MD5"))),
        changed(h -> h.put("digest", "SHA-256=")),
        Forgery.by(bob).headers("GET", inbox(), body),
        Forgery.by(bob).headers("PUT", inbox(), body),
        Forgery.by(bob).headers("POST", elsewhere, body),
        Forgery.by(bob).headers("POST", FediUrl.parse(inbox().text() + "?x"), body),
        Forgery.by(bob).headers("POST", FediUrl.parse("http://other.example/ap/inbox"), body),
        Forgery.by(bob).headers("POST", inbox(), other));
  }

  @Test
  void nothing_else_does() {
    fortress.staysAsItIs(
        () ->
            forgeries()
                .forEach(
                    headers ->
                        assertThat(fortress.hears(headers, body))
                            .as(headers.toString())
                            .isIn(400, 401, 403)));
  }

  @Test
  void whoever_signs_wrongly_reads_what_everyone_reads() {
    var secret = FediUrl.parse(alice.posts("for followers only", "private").get("uri"));
    forgeries()
        .forEach(
            headers -> {
              headers.put("Accept", "application/activity+json");
              var answer = fortress.asks("GET", secret, headers, new byte[0]);
              assertThat(answer.status()).as(headers.toString()).isIn(401, 403, 404);
              assertThat(answer.body()).doesNotContain("for followers only");
            });
  }

  /** Mallory may read it, but not by what she proves things with. */
  @Test
  void a_key_for_proofs_reads_no_more_than_it_says() {
    var secret = FediUrl.parse(alice.posts("for followers only", "private").get("uri"));
    var follow = mallory.activity("Follow", alice.actor().uri());
    assertThat(fortress.hears(mallory, follow)).isEqualTo(202);
    fortress.settle();
    var proving =
        Forgery.by(mallory)
            .named(mallory.proofKeyId().text())
            .with(Keys.OTHER_ED25519.getPrivate())
            .using("hs2019", "Ed25519");

    assertThat(reads(secret, Forgery.by(mallory))).contains("for followers only");
    assertThat(reads(secret, proving)).doesNotContain("for followers only");
  }

  private String reads(FediUrl secret, Forgery forgery) {
    var headers = forgery.headers("GET", secret, new byte[0]);
    headers.put("Accept", "application/activity+json");
    return fortress.asks("GET", secret, headers, new byte[0]).body();
  }

  @Test
  void what_is_all_that_it_should_be_does() {
    var greeting = mallory.activity("Like", "http://nowhere.localhost/1").toBytes();
    var headers = Forgery.by(mallory).headers("POST", inbox(), greeting);
    assertThat(fortress.hears(headers, greeting)).isEqualTo(202);
  }
}
