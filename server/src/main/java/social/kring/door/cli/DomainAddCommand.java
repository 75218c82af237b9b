package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import social.kring.platform.domains.Domain;
import social.kring.protocol.url.Origin;

@Command(name = "add", description = "Serve one more domain.", mixinStandardHelpOptions = true)
final class DomainAddCommand extends NodeCommand {
  @Parameters(paramLabel = "DOMAIN", description = "its host, with the port if not standard")
  private String domain;

  DomainAddCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var origin = Origin.ofAuthority(domain);
    var added = new Domain(origin.scheme(), origin.authority());
    node.database()
        .transaction(
            tx -> {
              node.domains().add(tx, added);
              return null;
            });
    out.println("serves " + added.authority());
  }
}
