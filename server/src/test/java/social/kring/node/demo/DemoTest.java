package social.kring.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
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
    Demo.tell(story, town, seats);
    assertThat(story.played()).isGreaterThan(20);
  }
}
