package social.kring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Nobody speaks, acts or is taken for another. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorityTest {
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

  @BeforeAll
  void meet() {
    alice = fortress.citizen("alice");
    List.of(bob, mallory, eve).forEach(alice::follows);
  }

  @AfterAll
  void close() {
    fortress.close();
    world.close();
  }

  @Test
  void nobody_takes_a_handle_of_another_host() {
    var ceo = outlaw("evil", "ceo");
    var claimed = "acct:ceo@" + bob.uri().origin().authority();
    world.answersFor(claimed, ceo.webFinger(), ceo.uri().text());

    alice.api().get("/api/v2/search?resolve=true&q=" + Lure.Attempt.encoded(ceo.handle()));
    alice.idOf(ceo);

    assertThat(handlesOf(ceo)).doesNotContain(bob.uri().origin().authority());
    assertThat(world.heard()).anyMatch(each -> each.startsWith("home.") && each.contains("ceo"));
  }

  private Set<String> handlesOf(Outlaw who) {
    return Set.copyOf(
        fortress
            .database()
            .list(
                "SELECT authority FROM actor WHERE uri = $1",
                io.vertx.sqlclient.Tuple.of(who.uri().text()),
                row -> row.getString("authority")));
  }
}
