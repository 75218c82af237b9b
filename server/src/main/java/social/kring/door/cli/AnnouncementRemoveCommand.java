package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "remove",
    description = "Take an announcement back.",
    mixinStandardHelpOptions = true)
final class AnnouncementRemoveCommand extends NodeCommand {
  @Parameters(paramLabel = "ID", description = "of the announcement")
  private long id;

  AnnouncementRemoveCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    node.house().announcements().remove(node.database(), id);
    out.println("removed " + id);
  }
}
