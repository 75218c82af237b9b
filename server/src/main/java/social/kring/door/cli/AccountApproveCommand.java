package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "approve",
    description = "Let somebody in who signed up.",
    mixinStandardHelpOptions = true)
final class AccountApproveCommand extends NodeCommand {
  @Parameters(paramLabel = "NAME", description = "whose account it is")
  private String name;

  AccountApproveCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var actor = LocalName.parse(name, node).findAny(node);
    node.database()
        .transaction(
            tx -> {
              node.access().admission().approve(tx, actor.id());
              return null;
            });
    out.println("approved " + actor.handle());
  }
}
