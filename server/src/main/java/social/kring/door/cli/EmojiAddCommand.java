package social.kring.door.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.kring.community.emoji.CustomEmojis;
import social.kring.protocol.Problem;

@Command(
    name = "add",
    description = "Add an emoji: a picture of at most 256 kB.",
    mixinStandardHelpOptions = true)
final class EmojiAddCommand extends NodeCommand {
  @Parameters(index = "0", paramLabel = "SHORTCODE", description = "without colons")
  private String shortcode;

  @Parameters(index = "1", paramLabel = "FILE", description = "PNG, JPEG, GIF or WebP")
  private Path file;

  @Option(names = "--category", paramLabel = "NAME", description = "under which it is listed")
  private String category;

  EmojiAddCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    node.emojis().add(shortcode, content(), Optional.ofNullable(category));
    out.println("added " + shortcode);
  }

  private byte[] content() {
    try (var picture = Files.newInputStream(file)) {
      return picture.readNBytes(CustomEmojis.LARGEST + 1);
    } catch (IOException unreadable) {
      throw Problem.invalid(file + " cannot be read");
    }
  }
}
