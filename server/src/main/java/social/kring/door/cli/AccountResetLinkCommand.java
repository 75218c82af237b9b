package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import social.kring.protocol.Problem;

@Command(
    name = "reset-link",
    description = "Print a link that sets a new password, to be handed over.",
    mixinStandardHelpOptions = true)
final class AccountResetLinkCommand extends NodeCommand {
  @Parameters(paramLabel = "NAME", description = "whose account it is")
  private String name;

  AccountResetLinkCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var actor = LocalName.parse(name, node).findAny(node);
    var link =
        node.access()
            .passwords()
            .linkByOperator(actor.id())
            .orElseThrow(() -> Problem.notFound(actor.handle() + " has no account"));
    out.println(link);
  }
}
