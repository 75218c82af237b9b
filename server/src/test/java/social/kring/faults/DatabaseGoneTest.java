package social.kring.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.platform.storage.embedded.EmbeddedPostgres;
import social.kring.platform.storage.embedded.PostgresPaths;
import social.kring.testing.TestPostgres;
import social.kring.testing.Wire;

/** The operator's PostgreSQL goes while people and peers are busy, and comes back. */
@Tag("faults")
@Timeout(300)
class DatabaseGoneTest {
  /** Ten seconds where they are measured, and patience where other tests have the machine. */
  private static final Duration AFTER_RETURN = Duration.ofSeconds(Form.of(60, 10));

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Vertx vertx = Vertx.vertx();
  private final Abroad abroad = new Abroad(vertx);
  private final Wire wire = new Wire();
  private Path directory;
  private EmbeddedPostgres postgres;
  private NodeProcess node;

  @BeforeEach
  void start() throws IOException {
    directory = Files.createTempDirectory("kring-faults-postgres");
    var address = startPostgres();
    var url =
        "postgresql://%s:%s@127.0.0.1:%d/%s"
            .formatted(
                address.getUser(), address.getPassword(), wire.port(), address.getDatabase());
    node = new NodeProcess("database", new Line(vertx), Map.of("KRING_DATABASE_URL", url));
    node.start();
  }

  private PgConnectOptions startPostgres() throws IOException {
    var paths =
        new PostgresPaths(
            TestPostgres.binaries(), directory.resolve("data"), directory.resolve("password"));
    postgres = EmbeddedPostgres.start(paths, Map.of("max_connections", "60"));
    wire.join(postgres.address().getPort());
    return postgres.address();
  }

  @AfterEach
  void end() throws IOException {
    node.close();
    wire.close();
    postgres.close();
    abroad.close();
    vertx.close().await();
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  @Test
  void nothing_is_acknowledged_while_it_is_gone_and_nothing_that_was_is_lost() throws IOException {
    var olga = node.members("olga").getFirst();
    var paul = abroad.person("busy", "paul");
    abroad.learn(olga);
    var account = abroad.followedBy(olga, paul);
    var count = Form.of(300, 2_000);
    var bringing = new Bringing(node, paul, "before", count, 50, taken -> {}).begin();
    var writing = new Writing(olga, "posts", count / 2, 25).begin();
    Patience.until("it is busy", SOON, () -> bringing.acknowledged().size() > count / 10);

    postgres.close();
    wire.cut();
    var whileGone = ask(olga, paul, Duration.ofSeconds(Form.of(4, 30)));
    assertThat(whileGone).as("answers while it is gone").containsOnly(503);
    assertThat(node.isReady()).isFalse();
    startPostgres();
    var healthy = Patience.until("the node is healthy", AFTER_RETURN, node::isReady);
    var writes =
        Patience.until(
            "people can write again",
            AFTER_RETURN,
            () -> olga.posts("back again", "back").isGood());

    Patience.until(
        () -> "all is acknowledged, of " + count + ": " + bringing + " and " + writing,
        SOON,
        () -> bringing.isOver() && writing.isOver());
    Patience.until(
        () -> "all notes are visible, of %d: %d".formatted(count, olga.textsOf(account).size()),
        SOON,
        () -> olga.textsOf(account).size() >= count);
    assertThat(bringing.acknowledged()).hasSize(count);
    assertThat(olga.textsOf(account)).doesNotHaveDuplicates().hasSize(count);
    assertThat(olga.textsOf(olga.me().string("id").orElseThrow()))
        .filteredOn(text -> text.contains("posts number"))
        .doesNotHaveDuplicates()
        .hasSize(count / 2);
    Form.figure(
        "PostgreSQL gone",
        "for %d s under load: %d answers, all 503; other answers to those at work %s and %s;"
            + " healthy %.1f s after its return, writes after another %.1f s; %d posts and %d"
            + " Creates, none lost, none twice",
        Form.of(4, 30),
        whileGone.size(),
        bringing.refusals(),
        writing.refusals(),
        healthy.toMillis() / 1_000.0,
        writes.toMillis() / 1_000.0,
        writing.heard().size(),
        bringing.acknowledged().size());
    assertThat(bringing.refusals().keySet()).containsOnly(503);
    assertThat(writing.refusals().keySet()).containsOnly(503);
  }

  /** What a person and a peer are answered, again and again for a while. */
  private List<Integer> ask(Member person, Foreigner peer, Duration time) {
    var statuses = new ConcurrentLinkedQueue<Integer>();
    var end = System.nanoTime() + time.toNanos();
    for (var i = 0; System.nanoTime() < end; i++) {
      var number = i;
      Abroad.inParallel(
          List.<Runnable>of(
              () -> statuses.add(person.posts("nobody hears this", "gone-" + number).status()),
              () ->
                  statuses.add(
                      peer.sends(node, peer.creates("gone-" + number, "<p>gone</p>")).status()),
              () -> Patience.pause(Duration.ofMillis(200))),
          Runnable::run);
    }
    return List.copyOf(statuses);
  }
}
