package social.kring.door.cli;

import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.kring.community.PageRequest;
import social.kring.community.moderation.Report;
import social.kring.community.moderation.ReportFilter;

@Command(
    name = "list",
    description = "List the reports that wait, the newest first.",
    mixinStandardHelpOptions = true)
final class ReportListCommand extends NodeCommand {
  private static final int MOST = 100;

  @Option(names = "--resolved", description = "those that were dealt with instead")
  private boolean resolved;

  @Option(
      names = "--before",
      paramLabel = "ID",
      description = "those that are older than this one; a list has at most " + MOST)
  private long before = Long.MAX_VALUE;

  ReportListCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var filter = new ReportFilter(resolved, Optional.empty(), Optional.empty());
    var page = PageRequest.olderThan(before, MOST);
    node.moderation().reports().page(node.database(), filter, page).stream()
        .map(ReportListCommand::line)
        .forEach(out::println);
  }

  private static String line(Report report) {
    return "%d\t%s\t%s\t%s"
        .formatted(
            report.id(),
            report.reportedAt(),
            report.matter().category().text(),
            report.subjects().stream()
                .findFirst()
                .map(each -> Printable.of(each.uri().text()))
                .orElse(""));
  }
}
