package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(
    name = "show",
    description = "Show all that is known of an entry, but for what it says.",
    mixinStandardHelpOptions = true)
final class QueueShowCommand extends EntryCommand {
  QueueShowCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, Entries entries, EntryName name, PrintWriter out) {
    out.println(entries.find(node.database(), name).orElseThrow(this::unknown).lines());
  }
}
