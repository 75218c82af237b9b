package social.kring.door.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.kring.community.access.Invites.NewInvite;

@Command(
    name = "invite",
    description = "Make an invite, and print its address on the last line.",
    mixinStandardHelpOptions = true)
final class AccountInviteCommand extends NodeCommand {
  @Option(names = "--uses", paramLabel = "N", description = "how many may come by it (default: 1)")
  private int uses = 1;

  @Option(names = "--days", paramLabel = "N", description = "how long it is good (default: 7)")
  private int days = 7;

  @Option(names = "--note", paramLabel = "TEXT", description = "for yourself")
  private String note = "";

  AccountInviteCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var wanted =
        new NewInvite(
            Optional.empty(), note, Optional.of(uses), Optional.of(Duration.ofDays(days)));
    var made = node.database().transaction(tx -> node.access().invites().make(tx, wanted));
    var path = "/oauth/sign-up?invite=" + made.code().text();
    out.println(node.domains().primary().url(path).text());
  }
}
