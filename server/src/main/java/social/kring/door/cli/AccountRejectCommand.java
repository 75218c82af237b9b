package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "reject",
    description = "Forget somebody who signed up and was not let in.",
    mixinStandardHelpOptions = true)
final class AccountRejectCommand extends NodeCommand {
  @Parameters(paramLabel = "NAME", description = "whose account it is")
  private String name;

  AccountRejectCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var actor = LocalName.parse(name, node).findAny(node);
    node.database()
        .transaction(
            tx -> {
              node.access().admission().reject(tx, actor.id());
              return null;
            });
    out.println("rejected " + actor.handle());
  }
}
