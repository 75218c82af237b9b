package social.kring.door.kring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.testing.ApiTown;

/** The description says what is served, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
  private static final String ROOT = "/api/kring/v1";

  private ApiTown town;

  @BeforeAll
  void open() {
    town = new ApiTown();
  }

  @AfterAll
  void close() {
    town.close();
  }

  @Test
  void every_route_is_described_and_every_description_is_a_route() {
    var described = new TreeSet<String>();
    town.api()
        .get(ROOT + "/openapi.json")
        .json()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    var served = new TreeSet<String>();
    town.router().getRoutes().stream()
        .filter(route -> route.getPath() != null && route.getPath().startsWith(ROOT))
        .forEach(
            route ->
                route
                    .methods()
                    .forEach(
                        method ->
                            served.add(
                                method
                                    + " "
                                    + route
                                        .getPath()
                                        .substring(ROOT.length())
                                        .replaceAll(":([a-z]+)", "{$1}"))));

    assertThat(described).isEqualTo(served);
  }
}
