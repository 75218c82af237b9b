package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Add a rule.", mixinStandardHelpOptions = true)
final class RuleAddCommand extends NodeCommand {
  @Parameters(paramLabel = "TEXT", description = "of the rule")
  private String text;

  @Option(names = "--hint", paramLabel = "TEXT", defaultValue = "", description = "what it means")
  private String hint;

  RuleAddCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var rule = node.house().rules().add(node.database(), text, hint);
    out.println("added " + rule.id());
  }
}
