package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(name = "list", description = "List the rules.", mixinStandardHelpOptions = true)
final class RuleListCommand extends NodeCommand {

  RuleListCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    node.house()
        .rules()
        .all(node.database())
        .forEach(rule -> out.println(rule.id() + "\t" + Printable.of(rule.text())));
  }
}
