package social.kring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.kring.node.MountedRoutes;
import social.kring.node.MountedRoutes.Mounted;

/** Whoever tries the ids of what is somebody else's gets nothing and changes nothing. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkedIdsTest {
  /** Whoever is not suggested is not suggested any more, which is true. */
  private static final String SUGGESTIONS = "/suggestions/";

  private final Underworld world = new Underworld();
  private final Fortress fortress = new Fortress(Set.of(Underworld.place(world.at("home", "/"))));
  private final Outlaw eve = new Outlaw(world, "home", "eve", Keys.RSA, Keys.ED25519).settles();
  private List<Mounted> routes;
  private Citizen mallory;
  private Map<String, String> alices;

  @BeforeAll
  void meet(@TempDir Path data) {
    routes = MountedRoutes.all(data).stream().filter(WalkedIdsTest::isById).toList();
    var alice = fortress.citizen("alice");
    mallory = fortress.citizen("mallory");
    alice.api().patch("/api/v1/accounts/update_credentials", "locked", "true");
    fortress.hears(eve, eve.activity("Follow", alice.actor().uri()));
    var post = alice.posts("for followers only", "private");
    alice.api().post("/api/v1/markers", "home[last_read_id]", post.id());
    fortress.settle();
    alices =
        Map.of(
            "a notification", alice.api().get("/api/v1/notifications").at("/0/id").asText(),
            "a request to follow her", alice.idOf(eve),
            "a post for her followers", post.id(),
            "a token", tokenOf(alice));
    assertThat(alices.values()).doesNotContain("");
  }

  private String tokenOf(Citizen person) {
    return fortress
        .database()
        .one(
            "SELECT id FROM access_token WHERE actor_id = $1",
            Tuple.of(person.actor().id()),
            row -> Long.toString(row.getLong("id")))
        .orElseThrow();
  }

  @AfterAll
  void close() {
    fortress.close();
    world.close();
  }

  private static boolean isById(Mounted route) {
    return route.path().startsWith("/api/")
        && route.path().contains(":id")
        && !route.path().contains(SUGGESTIONS);
  }

  private static boolean isOfAccounts(Mounted route) {
    return route.path().contains("/accounts/:id");
  }

  private void areRefused(Predicate<Mounted> which, Predicate<String> ids) {
    fortress.staysAsItIs(
        () -> {
          for (var route : routes.stream().filter(which).toList()) {
            for (var id : alices.entrySet()) {
              if (!ids.test(id.getKey())) continue;
              for (var token : List.of(Optional.of(mallory.token()), Optional.<String>empty())) {
                assertThat(status(route, id.getValue(), token))
                    .as("%s by the id of %s", route, id.getKey())
                    .isIn(401, 403, 404, 422);
              }
            }
          }
        });
  }

  private int status(Mounted route, String id, Optional<String> token) {
    var headers = token.map(text -> Map.of("Authorization", "Bearer " + text)).orElseGet(Map::of);
    return fortress.asks(route.method(), route.filled(id), headers, new byte[0]).status();
  }

  @Test
  void there_are_ids_to_walk() {
    assertThat(routes)
        .extracting(Mounted::path)
        .contains(
            "/api/v1/notifications/:id/dismiss",
            "/api/v1/follow_requests/:id/authorize",
            "/api/kring/v1/sessions/:id");
  }

  @Test
  void what_is_anothers_is_not_found() {
    areRefused(route -> !isOfAccounts(route), id -> true);
  }

  /** An account is everyone's to see: of ids, only those of something else are walked there. */
  @Test
  void an_id_of_something_else_is_nobodys() {
    areRefused(WalkedIdsTest::isOfAccounts, id -> !id.contains("follow her"));
  }

  @Test
  void what_she_has_read_and_who_asked_for_her_is_shown_to_nobody_else() {
    assertThat(mallory.api().get("/api/v1/markers?timeline[]=home").text()).isEqualTo("{}");
    assertThat(mallory.api().get("/api/v1/follow_requests").text()).isEqualTo("[]");
    assertThat(mallory.api().get("/api/v1/notifications").text()).isEqualTo("[]");
  }
}
