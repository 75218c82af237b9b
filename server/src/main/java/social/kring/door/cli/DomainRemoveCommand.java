package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import social.kring.protocol.Problem;
import social.kring.protocol.url.Origin;

@Command(
    name = "remove",
    description = "Stop serving a domain that nobody lives on.",
    mixinStandardHelpOptions = true)
final class DomainRemoveCommand extends NodeCommand {
  @Parameters(paramLabel = "DOMAIN", description = "as domain list shows it")
  private String domain;

  DomainRemoveCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var authority = Origin.ofAuthority(domain).authority();
    if (authority.equals(node.domains().primary().authority())) {
      throw Problem.invalid(authority + " is the node's own domain (KRING_DOMAIN)");
    }
    if (node.actors().livesAnybodyOn(node.database(), authority)) {
      throw Problem.conflict("somebody lives on " + authority + "; it stays");
    }
    var removed = node.database().transaction(tx -> node.domains().remove(tx, authority));
    if (!removed) throw Problem.notFound(authority + " is not a domain of this node");
    out.println("no longer serves " + authority);
  }
}
