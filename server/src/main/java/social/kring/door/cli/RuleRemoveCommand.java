package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Take a rule back.", mixinStandardHelpOptions = true)
final class RuleRemoveCommand extends NodeCommand {
  @Parameters(paramLabel = "ID", description = "of the rule")
  private long id;

  RuleRemoveCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    node.house().rules().withdraw(node.database(), id);
    out.println("removed " + id);
  }
}
