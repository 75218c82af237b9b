package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(name = "list", description = "List the emoji.", mixinStandardHelpOptions = true)
final class EmojiListCommand extends NodeCommand {

  EmojiListCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    node.emojis()
        .all(node.database())
        .forEach(
            emoji ->
                out.println(
                    emoji.shortcode()
                        + "\t"
                        + emoji.category().map(Printable::of).orElse("")
                        + "\t"
                        + emoji.url()));
  }
}
