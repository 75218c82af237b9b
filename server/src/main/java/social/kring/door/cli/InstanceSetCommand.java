package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import social.kring.community.house.HouseSetting;
import social.kring.protocol.Problem;

@Command(
    name = "set",
    description =
        "Say it otherwise. Pages for people and NodeInfo show a title and a description once the node has started again; the client API shows all of it at once.",
    mixinStandardHelpOptions = true)
final class InstanceSetCommand extends NodeCommand {
  @Parameters(index = "0", paramLabel = "NAME", description = "as instance show lists them")
  private String name;

  @Parameters(index = "1", paramLabel = "VALUE", description = "empty: as usual")
  private String value;

  InstanceSetCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var setting =
        HouseSetting.named(name)
            .orElseThrow(() -> Problem.invalid("there is no setting \"" + name + "\""));
    node.house().charter().say(node.database(), setting, value);
    out.println("set " + name);
  }
}
