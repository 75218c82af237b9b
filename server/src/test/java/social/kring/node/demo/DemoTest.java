package social.kring.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import social.kring.node.MachinePremises;
import social.kring.node.Main;

/** Three real nodes, each in a process of its own, as the demo has them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class DemoTest {
  private final Vertx vertx = Vertx.vertx();
  private final ApiClient api = new ApiClient(vertx);
  private final Seats seats = new Seats(MachinePremises::new, api);
  private final Town town = Town.build();

  @BeforeAll
  void start() {
    town.start(Main.class, api, System.out);
  }

  @AfterAll
  void close() {
    town.close();
    vertx.close().await();
  }

  @Test
  void every_step_of_the_story_arrives() {
    var story = new Story(System.out);
    Demo.tell(story, town, seats, vertx);
    assertThat(story.played()).isGreaterThan(20);
  }

  @Test
  void a_person_finds_their_way_through_the_web_application() throws Exception {
    var reader = seats.at(town.acme(), "ella").get("ella");
    var writer = seats.at(town.globex(), "finn").get("finn");
    writer.write("The bridge is open", "public");

    var journey = browse(reader, writer);
    var said = new String(journey.getInputStream().readAllBytes());

    assertThat(journey.waitFor()).describedAs(said).isZero();
    assertThat(said).contains("signs in").contains("replies").contains("signs out");
  }

  /** In a real browser: web-ui/test/journey.mjs. */
  private static Process browse(Person reader, Person writer) throws IOException {
    return new ProcessBuilder(
            "node",
            "test/journey.mjs",
            "http://" + reader.where(),
            reader.name(),
            Seats.PASSWORD,
            writer.handle())
        .directory(Path.of("../web-ui").toFile())
        .redirectErrorStream(true)
        .start();
  }
}
