package social.kring.door.cli;

import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "resolve",
    description = "Say that a report was dealt with.",
    mixinStandardHelpOptions = true)
final class ReportResolveCommand extends NodeCommand {
  @Parameters(paramLabel = "ID", description = "of the report")
  private long id;

  ReportResolveCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    node.database()
        .transaction(
            tx -> {
              node.moderation().reports().resolve(tx, id, Optional.empty());
              return null;
            });
    out.println("resolved " + id);
  }
}
