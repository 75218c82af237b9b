package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "purge",
    description =
        "Clear away all that came from a blocked host and all below it, for good, in small steps.",
    mixinStandardHelpOptions = true)
final class DomainPurgeCommand extends NodeCommand {
  @Parameters(paramLabel = "HOST", description = "one that is blocked, or below one that is")
  private String host;

  DomainPurgeCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    node.database()
        .transaction(
            tx -> {
              node.blocks().purge(tx, host);
              return null;
            });
    out.println(
        "what came from " + host + " and all below it is cleared away by the node, in small steps");
  }
}
