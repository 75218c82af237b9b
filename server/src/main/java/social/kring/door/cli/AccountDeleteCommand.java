package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "delete",
    description =
        "Delete somebody with all that is theirs, here and wherever it got to. The name is never"
            + " given again.",
    mixinStandardHelpOptions = true)
final class AccountDeleteCommand extends NodeCommand {
  @Parameters(paramLabel = "NAME", description = "alice, or alice@DOMAIN on a further domain")
  private String name;

  AccountDeleteCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var actor = LocalName.parse(name, node).find(node);
    node.access().deletion().delete(actor.id());
    out.println(
        "deleted " + actor.handle().acct() + "; what was theirs is cleared away by the node");
  }
}
