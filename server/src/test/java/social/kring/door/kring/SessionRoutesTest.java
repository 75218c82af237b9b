package social.kring.door.kring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionRoutesTest {
  private static final String SESSIONS = "/api/kring/v1/sessions";

  private ApiTown town;
  private Resident alice;
  private Resident bob;

  @BeforeAll
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    bob = town.person("bob");
  }

  @AfterAll
  void close() {
    town.close();
  }

  @Test
  void what_an_operator_made_is_listed_with_who_and_when() {
    var sessions = alice.api().get(SESSIONS);

    assertThat(sessions.each("kind")).containsOnly("operator");
    assertThat(sessions.each("made_by")).containsOnly("the tests");
    assertThat(sessions.each("created_at")).containsOnly("2026-11-24T12:00:00.000Z");
    assertThat(sessions.each("current")).contains("true");
  }

  @Test
  void a_session_is_ended_by_its_owner_alone() {
    var token = town.token(alice.neighbour().id(), "read");
    var id = alice.api().get(SESSIONS).each("id").getFirst();

    assertThat(bob.api().delete(SESSIONS + "/" + id).status()).isEqualTo(404);
    assertThat(town.api(token).get("/api/v1/timelines/home").status()).isEqualTo(200);
    assertThat(alice.api().delete(SESSIONS + "/" + id).text()).isEqualTo("{}");
    assertThat(town.api(token).get("/api/v1/timelines/home").status()).isEqualTo(401);
    assertThat(alice.api().delete(SESSIONS + "/" + id).status()).isEqualTo(404);
  }
}
