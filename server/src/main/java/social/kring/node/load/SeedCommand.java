package social.kring.node.load;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import social.kring.door.cli.OpenNode;
import social.kring.door.cli.Premises;
import social.kring.platform.storage.Queries;
import social.kring.protocol.Problem;
import social.kring.protocol.url.Origin;

@Command(
    name = "seed",
    description =
        "Fill a node of this machine's own, running or not, as years would: people elsewhere, their"
            + " posts, and somebody here who follows many of them.",
    mixinStandardHelpOptions = true)
final class SeedCommand implements Runnable {
  private static final int MOST_POSTS = 20_000_000;

  private final Premises premises;
  @Spec private CommandSpec spec;

  @Option(
      names = "--reader",
      required = true,
      paramLabel = "NAME",
      description = "an account here, made by `kring account create`")
  private String reader;

  @Option(names = "--accounts", defaultValue = "20000", description = "${DEFAULT-VALUE}")
  private int accounts;

  @Option(names = "--posts", defaultValue = "1000000", description = "${DEFAULT-VALUE}")
  private int posts;

  @Option(
      names = "--follows",
      defaultValue = "2000",
      description = "whom the reader follows; ${DEFAULT-VALUE}")
  private int follows;

  SeedCommand(Premises premises) {
    this.premises = premises;
  }

  @Override
  public void run() {
    bounded("--accounts", accounts, 1_000_000);
    bounded("--posts", posts, MOST_POSTS);
    bounded("--follows", follows, accounts);
    try (var node = premises.open()) {
      checkIsOfThisMachine(node);
      var plan = new SeedPlan(reader, accounts, posts, follows);
      new Seeding(node, plan, System.out::println).run();
    }
  }

  private void bounded(String option, int value, int most) {
    if (value >= 1 && value <= most) return;
    throw new ParameterException(
        spec.commandLine(), "%s is %d, expected 1 to %d".formatted(option, value, most));
  }

  /** What is made up must never get among what is real. */
  private static void checkIsOfThisMachine(OpenNode node) {
    var authority = node.domains().primary().authority();
    if (!Origin.ofAuthority(authority).isThisMachine() || !hasItsDatabaseHere(node.database())) {
      throw Problem.forbidden(
          authority + " or its database is not of this machine; only those are filled");
    }
  }

  private static boolean hasItsDatabaseHere(Queries queries) {
    return queries
        .one(
            """
            SELECT inet_server_addr() IS NULL OR inet_server_addr() <<= inet '127.0.0.0/8'
                   OR inet_server_addr() = inet '::1' AS here
            """,
            row -> row.getBoolean("here"))
        .orElse(false);
  }
}
