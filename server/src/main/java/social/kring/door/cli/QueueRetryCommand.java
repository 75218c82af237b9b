package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import social.kring.protocol.Problem;

@Command(
    name = "retry",
    description = "Have what was given up tried again, at once.",
    mixinStandardHelpOptions = true)
final class QueueRetryCommand extends EntryCommand {
  QueueRetryCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, Entries entries, EntryName name, PrintWriter out) {
    if (!node.database().transaction(tx -> entries.retry(tx, name))) {
      if (entries.find(node.database(), name).isEmpty()) throw unknown();
      throw Problem.conflict(name + " was not given up, or cannot be tried again");
    }
    out.println("tries again " + name);
  }
}
