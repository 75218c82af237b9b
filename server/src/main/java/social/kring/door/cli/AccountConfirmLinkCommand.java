package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import social.kring.protocol.Problem;

@Command(
    name = "confirm-link",
    description = "Print the link that confirms an e-mail address, to be handed over.",
    mixinStandardHelpOptions = true)
final class AccountConfirmLinkCommand extends NodeCommand {
  @Parameters(paramLabel = "NAME", description = "whose account it is")
  private String name;

  AccountConfirmLinkCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var actor = LocalName.parse(name, node).findAny(node);
    var link =
        node.access()
            .emails()
            .linkByOperator(actor.id())
            .orElseThrow(
                () -> Problem.invalid(actor.handle() + " has no e-mail address to be confirmed"));
    out.println(link);
  }
}
