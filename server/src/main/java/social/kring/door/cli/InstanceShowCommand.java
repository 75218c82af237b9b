package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import social.kring.community.house.HouseSetting;

@Command(
    name = "show",
    description = "Show what the node says of itself.",
    mixinStandardHelpOptions = true)
final class InstanceShowCommand extends NodeCommand {

  InstanceShowCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var said = node.house().charter().read(node.database());
    for (var setting : HouseSetting.values()) {
      out.println(setting.text() + "\t" + said.text(setting).orElse("(as usual)"));
    }
  }
}
