package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "unblock", description = "Deal with a host again.", mixinStandardHelpOptions = true)
final class DomainUnblockCommand extends NodeCommand {
  @Parameters(paramLabel = "HOST", description = "as domain list shows it")
  private String host;

  DomainUnblockCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    node.database()
        .transaction(
            tx -> {
              node.blocks().unblock(tx, host);
              return null;
            });
    out.println("unblocked " + host);
  }
}
