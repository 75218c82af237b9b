package social.kring.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.testing.SmallDisk;

/** The disk that the node and its PostgreSQL are on has no room left, and then some again. */
@Tag("faults")
@Timeout(400)
class DiskFullTest {
  private static final int MEGABYTES = 320;
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Vertx vertx = Vertx.vertx();
  private final Abroad abroad = new Abroad(vertx);
  private SmallDisk disk;
  private NodeProcess node;
  private Member olga;
  private Foreigner paul;
  private String account;

  @BeforeEach
  void start() {
    var made = SmallDisk.of(MEGABYTES);
    assumeTrue(made.isPresent(), "no file system can be made here: no root, no user namespaces");
    disk = made.get();
    var settings = Map.of("KRING_DATA_DIR", disk.inside().resolve("data").toString());
    node = new NodeProcess("disk", new Line(vertx), settings, disk.entering());
    node.start();
    olga = node.members("olga").getFirst();
    paul = abroad.person("busy", "paul");
    abroad.learn(olga);
    account = abroad.followedBy(olga, paul);
  }

  @AfterEach
  void end() {
    if (node != null) node.close();
    if (disk != null) disk.close();
    abroad.close();
    vertx.close().await();
  }

  @Test
  void while_it_is_full_nothing_is_taken_in_and_nothing_that_was_is_lost() throws IOException {
    var count = Form.of(200, 2_000);
    var bringing = new Bringing(node, paul, "brought", count, 50, taken -> {}).begin();
    var writing = new Writing(olga, "posts", count / 2, 25).begin();
    Patience.until("it is busy", SOON, () -> bringing.acknowledged().size() > count / 10);

    disk.fill();
    var noticed = Patience.until("nothing is taken in", SOON, this::refusesAll);
    var end = System.nanoTime() + Duration.ofSeconds(Form.of(3, 30)).toNanos();
    while (System.nanoTime() < end) {
      assertThat(refusesAll()).as("it takes nothing in").isTrue();
      Patience.pause(Duration.ofMillis(200));
    }
    assertThat(olga.get("/api/v1/timelines/public").status()).as("reading goes on").isEqualTo(200);
    assertThat(refusal().body()).contains("disk").contains("full");
    assertThat(picture()).as("an upload").isEqualTo(503);
    disk.empty();
    var healthy = Patience.until("it takes in again", SOON, () -> takesIn("after"));

    verifyNothingIsLost(bringing, writing, count);
    Form.figure(
        "Disk full",
        "refused %.1f s after there was no room, by 503 and Retry-After to people and peers;"
            + " taken in again %.1f s after there was; answers meanwhile %s and %s; %d posts and"
            + " %d Creates, none lost, none twice",
        noticed.toMillis() / 1_000.0,
        healthy.toMillis() / 1_000.0,
        bringing.refusals(),
        writing.refusals(),
        writing.heard().size(),
        bringing.acknowledged().size());
    assertThat(bringing.refusals().keySet()).isSubsetOf(503);
    assertThat(writing.refusals().keySet()).isSubsetOf(503);
  }

  @Test
  void a_postgresql_that_breaks_down_for_want_of_room_runs_again_when_there_is_some()
      throws IOException {
    var count = Form.of(100, 1_000);
    var bringing = new Bringing(node, paul, "brought", count, 50, taken -> {}).begin();
    var writing = new Writing(olga, "posts", count / 2, 25).begin();
    Patience.until("it is busy", SOON, () -> bringing.acknowledged().size() > count / 10);
    var address = postgres();

    disk.fill();
    breakDown(address);
    Patience.until(
        "PostgreSQL has panicked",
        SOON,
        () -> node.logged().stream().anyMatch(DiskFullTest::isPanic));
    Patience.until("the database is gone", SOON, () -> !node.isReady());
    Patience.pause(Duration.ofSeconds(Form.of(2, 30)));
    assertThat(refusal().status()).isEqualTo(503);
    disk.empty();
    var healthy = Patience.until("it takes in again", SOON, () -> takesIn("after"));

    verifyNothingIsLost(bringing, writing, count);
    Form.figure(
        "Disk full, PostgreSQL broken down",
        "taken in again %.1f s after there was room, without a restart of the node; answers"
            + " meanwhile %s and %s; %d posts and %d Creates, none lost, none twice",
        healthy.toMillis() / 1_000.0,
        bringing.refusals(),
        writing.refusals(),
        writing.heard().size(),
        bringing.acknowledged().size());
    assertThat(bringing.refusals().keySet()).isSubsetOf(503);
    assertThat(writing.refusals().keySet()).isSubsetOf(503);
  }

  private static boolean isPanic(String line) {
    return line.contains("PANIC:");
  }

  private void verifyNothingIsLost(Bringing bringing, Writing writing, int count) {
    Patience.until(
        () -> "all is acknowledged, of " + count + ": " + bringing + " and " + writing,
        SOON,
        () -> bringing.isOver() && writing.isOver());
    Patience.until(
        () -> "all notes are visible, of %d: %d".formatted(count, olga.textsOf(account).size()),
        SOON,
        () -> texts(account, "brought").size() >= count);
    assertThat(texts(account, "brought")).doesNotHaveDuplicates().hasSize(count);
    assertThat(texts(olga.me().string("id").orElseThrow(), "posts number"))
        .doesNotHaveDuplicates()
        .hasSize(count / 2);
  }

  private List<String> texts(String author, String containing) {
    return olga.textsOf(author).stream().filter(text -> text.contains(containing)).toList();
  }

  /** Whether neither a person nor a peer finds anybody who takes something from them. */
  private boolean refusesAll() {
    var refused = refusal();
    return olga.posts("nobody hears this", "full").status() == 503
        && refused.status() == 503
        && refused.retryAfter().isPresent();
  }

  private Line.Answer refusal() {
    return paul.sends(node, paul.creates("full", "<p>full</p>"));
  }

  private boolean takesIn(String name) {
    return olga.posts(name, name).isGood()
        && paul.sends(node, paul.creates(name, "<p>" + name + "</p>")).status() == 202;
  }

  private int picture() {
    return olga.uploads("PATCH", "/api/v1/accounts/update_credentials", "avatar", new byte[4_096])
        .status();
  }

  private PgConnectOptions postgres() throws IOException {
    var place = disk.outside().resolve("data/postgres");
    var claim = Files.readAllLines(place.resolve("data/postmaster.pid"));
    return new PgConnectOptions()
        .setHost("127.0.0.1")
        .setPort(Integer.parseInt(claim.get(3).strip()))
        .setUser("kring")
        .setPassword(Files.readString(place.resolve("password")).strip())
        .setDatabase("postgres");
  }

  /** Begins files of its log until there is no room for one. */
  private void breakDown(PgConnectOptions address) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    try (var database = Database.open(vertx, address, 1)) {
      while (System.nanoTime() < end) {
        database.one(
            "SELECT pg_logical_emit_message(true, 'kring', repeat('x', 1000)), pg_switch_wal()",
            row -> true);
      }
    } catch (Problem itHas) {
      assertThat(itHas.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
    }
  }
}
