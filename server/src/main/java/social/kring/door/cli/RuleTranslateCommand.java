package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "translate",
    description = "Say a rule in another language, too.",
    mixinStandardHelpOptions = true)
final class RuleTranslateCommand extends NodeCommand {
  @Parameters(index = "0", paramLabel = "ID", description = "of the rule")
  private long id;

  @Parameters(index = "1", paramLabel = "LANGUAGE", description = "its code")
  private String language;

  @Parameters(index = "2", paramLabel = "TEXT", description = "of the rule")
  private String text;

  @Option(names = "--hint", paramLabel = "TEXT", defaultValue = "", description = "what it means")
  private String hint;

  RuleTranslateCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    node.house().rules().translate(node.database(), id, language, text, hint);
    out.println("translated " + id);
  }
}
