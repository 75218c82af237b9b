package social.kring.node.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "memory",
    description =
        "Start a node of its own and print how much memory it has, before and after loads.",
    mixinStandardHelpOptions = true)
final class MemoryCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(names = "--seconds", defaultValue = "5", description = "each load; ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--rest",
      defaultValue = "20",
      description = "seconds after each; ${DEFAULT-VALUE}")
  private int rest;

  @Override
  public void run() {
    NodeOptions.bounded(spec, "--seconds", seconds, 120);
    NodeOptions.bounded(spec, "--rest", rest, 600);
    try (var stage = Stage.create();
        var node = new OwnNode(stage.path())) {
      measure(node);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void measure(OwnNode node) throws IOException, InterruptedException {
    node.start();
    said(node, "started");
    node.command(
        "account", "create", "load", "--email", "load@mail.example", "--password", "only for load");
    var where = "--node=" + node.address();
    var who =
        "--token=" + node.command("account", "token", "load", "--scopes", "read write follow");
    said(node, "with one person");
    load(new ReadCommand(), where, who, each(), "/api/v1/timelines/home", "/api/v1/notifications");
    load(new ReadCommand(), where, each(), "/api/v1/timelines/public", "/nodeinfo/2.1");
    load(new ReadCommand(), where, each(), "--accept=text/html", "/@load");
    said(node, "after reading");
    load(new InboundCommand(), where, who, each());
    said(node, "after what came in");
    load(new FanOutCommand(), where, who);
    said(node, "after what went out");
  }

  private String each() {
    return "--seconds=" + seconds;
  }

  private static void load(Object command, String... words) {
    var status = new CommandLine(command).execute(words);
    if (status != CommandLine.ExitCode.OK) throw new IllegalStateException("A load run failed");
  }

  /** Once it has come to rest. */
  private void said(OwnNode node, String when) throws IOException, InterruptedException {
    Thread.sleep(rest * 1_000L);
    System.out.printf("memory, %s: %,d MB%n", when, node.megabytes());
  }
}
