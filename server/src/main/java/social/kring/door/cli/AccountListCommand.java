package social.kring.door.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.kring.community.access.Account;
import social.kring.community.access.Admission.Newcomer;
import social.kring.community.access.Admission.Which;

@Command(
    name = "list",
    description = "List accounts, the newest first.",
    mixinStandardHelpOptions = true)
final class AccountListCommand extends NodeCommand {
  private static final int PAGE = 200;

  @Option(names = "--waiting", description = "only those who are not let in yet")
  private boolean waiting;

  AccountListCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var which = waiting ? Which.WAITING : Which.ALL;
    var before = Long.MAX_VALUE;
    List<Newcomer> page;
    do {
      page = node.access().admission().page(node.database(), which, before, PAGE);
      for (var each : page) {
        out.println(line(node, each));
        before = each.account().actor();
      }
    } while (page.size() == PAGE);
  }

  private static String line(OpenNode node, Newcomer someone) {
    var account = someone.account();
    var handle =
        node.actors().byId(node.database(), account.actor()).orElseThrow().handle().toString();
    var reason = someone.arrival().reason().map(text -> "\t" + Printable.of(text)).orElse("");
    return String.join(
            "\t", handle, account.role().text(), state(account), Printable.of(account.email()))
        + reason;
  }

  private static String state(Account account) {
    var standing = account.standing();
    if (standing.suspendedAt().isPresent()) return "disabled";
    if (standing.confirmedAt().isEmpty()) return "unconfirmed";
    return standing.approvedAt().isEmpty() ? "unapproved" : "active";
  }
}
