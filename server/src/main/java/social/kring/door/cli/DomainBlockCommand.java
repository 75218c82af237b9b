package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "block",
    description = "Take nothing from a host and all below it, and send and show it nothing.",
    mixinStandardHelpOptions = true)
final class DomainBlockCommand extends NodeCommand {
  @Parameters(paramLabel = "HOST", description = "of another node")
  private String host;

  @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "kept with it")
  private String reason;

  DomainBlockCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    node.database()
        .transaction(
            tx -> {
              node.blocks().block(tx, host, reason);
              return null;
            });
    out.println("blocked " + host);
  }
}
