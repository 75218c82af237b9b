package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import social.kring.federation.peers.PolicyEntry;
import social.kring.platform.domains.Domain;

@Command(
    name = "list",
    description = "List the domains that this node serves, then the hosts that it blocks.",
    mixinStandardHelpOptions = true)
final class DomainListCommand extends NodeCommand {
  DomainListCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    node.domains().all().forEach(domain -> out.println(served(domain, node)));
    node.blocks().list(node.database()).forEach(entry -> out.println(blocked(entry)));
  }

  private static String served(Domain domain, OpenNode node) {
    var own = domain.equals(node.domains().primary()) ? "\t(its own)" : "";
    return "serves\t" + domain.authority() + own;
  }

  private static String blocked(PolicyEntry entry) {
    var reason = entry.reason().isEmpty() ? "" : "\t" + Printable.of(entry.reason());
    return "blocks\t" + entry.host() + "\tsince " + entry.at() + reason;
  }
}
