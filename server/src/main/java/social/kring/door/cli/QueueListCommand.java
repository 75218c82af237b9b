package social.kring.door.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import social.kring.platform.storage.Database;

@Command(
    name = "list",
    description = "List what was given up, then what waits, an entry a line.",
    mixinStandardHelpOptions = true)
final class QueueListCommand extends NodeCommand {
  private static final int MOST = 100_000;

  @Spec private CommandSpec spec;

  @Option(names = "--parked", description = "only what was given up")
  private boolean parked;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "200",
      description = "of each queue; ${DEFAULT-VALUE}")
  private int most;

  QueueListCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    if (most < 1 || most > MOST) {
      throw new ParameterException(
          spec.commandLine(), "--most is %d, expected 1 to %d".formatted(most, MOST));
    }
    var all = EntryCommand.all(node.queues());
    all.forEach(each -> print(each.parked(node.database(), most), each, "parked", out));
    if (!parked) all.forEach(each -> printWaiting(each, node.database(), out));
  }

  private void printWaiting(Entries entries, Database database, PrintWriter out) {
    print(entries.waiting(database, most), entries, "waiting", out);
  }

  private void print(List<Entry> entries, Entries of, String state, PrintWriter out) {
    entries.forEach(entry -> out.println(entry.line()));
    if (entries.size() == most) {
      out.println("… maybe more %s of %s; see --most".formatted(state, of.queue()));
    }
  }
}
