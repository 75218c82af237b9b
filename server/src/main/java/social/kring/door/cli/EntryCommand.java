package social.kring.door.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Parameters;
import social.kring.protocol.Problem;

/** A command about one entry of a queue. */
abstract class EntryCommand extends NodeCommand {
  @Parameters(
      paramLabel = "ENTRY",
      converter = EntryName.Reader.class,
      description = "as queue list shows it, like delivery:123")
  private EntryName name;

  EntryCommand(Premises premises) {
    super(premises);
  }

  static List<Entries> all(Queues queues) {
    return List.of(
        new InboxEntries(queues.inbox()),
        new DeliveryEntries(queues.deliveries()),
        new EventEntries(queues.events()),
        new JobEntries(queues.jobs()));
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var entries =
        all(node.queues()).stream()
            .filter(each -> each.queue().equals(name.queue()))
            .findFirst()
            .orElseThrow(this::unknown);
    try {
      run(node, entries, name, out);
    } catch (NumberFormatException notOne) {
      throw unknown();
    }
  }

  Problem unknown() {
    return Problem.notFound("there is no " + name + "; kring queue list shows what there is");
  }

  abstract void run(OpenNode node, Entries entries, EntryName name, PrintWriter out);
}
