package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.kring.community.access.Scopes;

@Command(
    name = "token",
    description = "Make a bearer token for somebody, and print it on the last line.",
    mixinStandardHelpOptions = true)
final class AccountTokenCommand extends NodeCommand {
  @Parameters(paramLabel = "NAME", description = "whose it is; they see it among their sessions")
  private String name;

  @Option(
      names = "--scopes",
      paramLabel = "SCOPES",
      required = true,
      description = "with spaces between them: \"read write follow push\"")
  private String scopes;

  AccountTokenCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var actor = LocalName.parse(name, node).find(node);
    var wanted = Scopes.parse(scopes);
    var issued =
        node.database()
            .transaction(
                tx -> node.access().tokens().issueByOperator(tx, actor.id(), wanted, operator()));
    out.println(issued.secret().text());
  }

  private static String operator() {
    return System.getProperty("user.name") + " on the command line";
  }
}
