package social.kring.node.demo;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** The three nodes, started together and ended together. */
final class Town implements AutoCloseable {
  private static final int FIRST_PORT = 8181;
  private static final Patience FOR_STARTING = new Patience(Duration.ofSeconds(120));

  private final Path directory;
  private final Company acme;
  private final Company globex;
  private final Company noras;

  private Town(Path directory, Place acme, Place globex, Place noras) {
    var peers = List.of(acme.authority(), globex.authority(), noras.authority());
    this.directory = directory;
    this.acme = new Company("Acme's node", acme, directory.resolve("acme"), peers);
    this.globex = new Company("Globex's node", globex, directory.resolve("globex"), peers);
    this.noras = new Company("Nora's own node", noras, directory.resolve("nora"), peers);
  }

  /** In a temporary directory, which goes with it. */
  static Town build() {
    try {
      return new Town(
          Files.createTempDirectory("kring-demo-"),
          Place.free("acme.localhost", FIRST_PORT),
          Place.free("globex.localhost", FIRST_PORT + 1),
          Place.free("nora.localhost", FIRST_PORT + 2));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where all that is kept until it is over. */
  Path directory() {
    return directory;
  }

  Company acme() {
    return acme;
  }

  Company globex() {
    return globex;
  }

  Company noras() {
    return noras;
  }

  List<Company> companies() {
    return List.of(acme, globex, noras);
  }

  /** Starts all nodes at once, and returns when each of them answers. */
  void start(Class<?> main, ApiClient api, PrintStream out) {
    var begun = System.nanoTime();
    for (var company : companies()) {
      company.start(main);
      say(out, company, "starts, with a database of its own …");
    }
    for (var company : companies()) {
      FOR_STARTING.untilTrue(
          company.name() + " to answer at " + company.place().address(),
          () -> isReady(company, api));
      var took = Duration.ofNanos(System.nanoTime() - begun);
      say(out, company, "is up after %.1f s".formatted(took.toMillis() / 1000.0));
    }
  }

  private static void say(PrintStream out, Company company, String what) {
    out.printf("  %-16s %-28s %s%n", company.name(), company.place().address(), what);
    out.flush();
  }

  private static boolean isReady(Company company, ApiClient api) {
    company.requireAlive();
    try {
      return api.get(company.place(), "", "/health/ready").status() == 200;
    } catch (Unmet notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    companies().parallelStream().forEach(Company::close);
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException remains) {
      throw new UncheckedIOException(remains);
    }
  }
}
