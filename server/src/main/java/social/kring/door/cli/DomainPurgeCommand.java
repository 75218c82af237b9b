package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "purge",
    description = "Clear away all that came from a blocked host, for good and in small steps.",
    mixinStandardHelpOptions = true)
final class DomainPurgeCommand extends NodeCommand {
  @Parameters(paramLabel = "HOST", description = "one that is blocked")
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
    out.println("what came from " + host + " is cleared away by the node, in small steps");
  }
}
