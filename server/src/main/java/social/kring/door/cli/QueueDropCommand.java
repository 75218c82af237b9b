package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import social.kring.protocol.Problem;

@Command(name = "drop", description = "Give an entry up for good.", mixinStandardHelpOptions = true)
final class QueueDropCommand extends EntryCommand {
  QueueDropCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, Entries entries, EntryName name, PrintWriter out) {
    if (!node.database().transaction(tx -> entries.drop(tx, name))) {
      if (entries.find(node.database(), name).isEmpty()) throw unknown();
      throw Problem.conflict(name + " cannot be dropped, it is not to be done any more or not yet");
    }
    out.println("dropped " + name);
  }
}
