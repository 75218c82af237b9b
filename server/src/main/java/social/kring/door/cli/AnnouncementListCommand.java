package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(name = "list", description = "List what is told now.", mixinStandardHelpOptions = true)
final class AnnouncementListCommand extends NodeCommand {
  private static final long NOBODY = 0;

  AnnouncementListCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    node.house()
        .announcements()
        .current(node.database(), NOBODY)
        .forEach(each -> out.println(each.id() + "\t" + Printable.of(each.content())));
  }
}
