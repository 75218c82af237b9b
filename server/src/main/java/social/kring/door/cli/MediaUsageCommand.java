package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import social.kring.community.media.MediaUsage;

@Command(
    name = "usage",
    description =
        "Say how many files there are of each kind, how many bytes, and how many of them nobody"
            + " shows any longer; then what is kept for a while of other servers' media.",
    mixinStandardHelpOptions = true)
final class MediaUsageCommand extends NodeCommand {
  MediaUsageCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var usage = MediaUsage.of(node.database());
    usage.forEach(
        each -> out.println(line(each.what(), each.files(), each.bytes(), each.waiting())));
    var files = usage.stream().mapToLong(MediaUsage::files).sum();
    var bytes = usage.stream().mapToLong(MediaUsage::bytes).sum();
    out.println(line("all", files, bytes, usage.stream().mapToLong(MediaUsage::waiting).sum()));
    var cached = node.cachedMedia().get();
    out.println("cached\t%d files\t%d bytes".formatted(cached.files(), cached.bytes()));
  }

  private static String line(String what, long files, long bytes, long waiting) {
    return "%s\t%d files\t%d bytes\t%d waiting to go".formatted(what, files, bytes, waiting);
  }
}
