package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "remove",
    description = "Take an emoji from the list; posts keep theirs.",
    mixinStandardHelpOptions = true)
final class EmojiRemoveCommand extends NodeCommand {
  @Parameters(paramLabel = "SHORTCODE", description = "without colons")
  private String shortcode;

  EmojiRemoveCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    node.emojis().remove(shortcode);
    out.println("removed " + shortcode);
  }
}
