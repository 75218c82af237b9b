package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.kring.community.access.NewAccount;
import social.kring.community.access.Role;

@Command(
    name = "create",
    description = "Make an account that can sign in at once, and print its actor's id.",
    mixinStandardHelpOptions = true)
final class AccountCreateCommand extends NodeCommand {
  @Parameters(paramLabel = "NAME", description = "alice, or alice@DOMAIN on a further domain")
  private String name;

  @Option(names = "--email", paramLabel = "E", required = true, description = "e-mail address")
  private String email;

  @Option(names = "--password", paramLabel = "P", required = true, description = "to sign in with")
  private String password;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "member",
      description = "${COMPLETION-CANDIDATES} (default: member)",
      completionCandidates = RoleNames.class,
      converter = RoleNames.class)
  private Role role;

  AccountCreateCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var who = LocalName.parse(name, node);
    var wanted = new NewAccount(who.name(), who.domain(), email, password, role);
    var account = node.access().accounts().create(node.database(), wanted);
    out.println(node.actors().byId(node.database(), account.actor()).orElseThrow().uri().text());
  }
}
