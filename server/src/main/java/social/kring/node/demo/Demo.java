package social.kring.node.demo;

import io.vertx.core.Vertx;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import social.kring.door.cli.Premises;

/** Plays the main job on this machine, and checks each step where it arrives. */
public final class Demo {
  private static final Patience FOR_ARRIVING = new Patience(Duration.ofSeconds(20));

  private final BiFunction<Map<String, String>, Path, Premises> premises;
  private final Class<?> main;
  private final PrintStream out = utf8(FileDescriptor.out);
  private final PrintStream problems = utf8(FileDescriptor.err);

  /**
   * @param premises the node that some settings and a working directory describe
   * @param main what begins a node's process
   */
  public Demo(BiFunction<Map<String, String>, Path, Premises> premises, Class<?> main) {
    this.premises = premises;
    this.main = main;
  }

  /** Whatever the locale: the story is not written in ASCII. */
  private static PrintStream utf8(FileDescriptor to) {
    return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
  }

  /**
   * @param once whether to end after the story, instead of staying up until told to stop
   * @return the status to end with
   */
  public int play(boolean once) {
    var vertx = Vertx.vertx();
    var town = Town.build();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(vertx, town)));
    try {
      var cast = play(town, vertx);
      if (!once) stay(cast);
      return 0;
    } catch (Unmet unmet) {
      problems.println("kring: " + unmet.getMessage());
      return 1;
    }
  }

  /** Hangs up first, or the nodes would wait for more requests. */
  private static void end(Vertx vertx, Town town) {
    vertx.close().await();
    town.close();
  }

  private Cast play(Town town, Vertx vertx) {
    var begun = System.nanoTime();
    var api = new ApiClient(vertx);
    out.println("Three nodes on this machine, with real federation between them.\n");
    town.start(main, api, out);
    var story = new Story(out);
    var cast = tell(story, town, new Seats(premises, api), vertx);
    var took = Duration.ofNanos(System.nanoTime() - begun);
    out.printf(
        "%nAll %d steps arrived where they should, in %.1f s.%n",
        story.played(), took.toMillis() / 1000.0);
    return cast;
  }

  /** Tells the story to its end, or to the first step that does not arrive. */
  static Cast tell(Story story, Town town, Seats seats, Vertx vertx) {
    var cast = Cast.of(story, town, seats);
    new Meeting(cast, FOR_ARRIVING).tell(story);
    new Talking(cast, FOR_ARRIVING).tell(story);
    new Visiting(cast, FOR_ARRIVING, vertx, town.directory()).tell(story);
    new Parting(cast, FOR_ARRIVING).tell(story);
    return cast;
  }

  private void addresses(Cast cast) {
    out.printf("%nSign in with the name and the password “%s”:%n%n", Seats.PASSWORD);
    for (var person : cast.everybody()) {
      out.printf(
          "  http://%-26s %-8s %s%n", person.where() + "/app/", person.name(), person.handle());
    }
    out.flush();
  }

  /** Until a signal ends the process, by way of the shutdown hook. */
  private void stay(Cast cast) {
    addresses(cast);
    out.println("\nThe nodes stay up until Ctrl-C.");
    out.flush();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
