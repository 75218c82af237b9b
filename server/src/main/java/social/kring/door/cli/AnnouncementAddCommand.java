package social.kring.door.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.kring.community.house.Announcement.Span;

@Command(name = "add", description = "Announce something.", mixinStandardHelpOptions = true)
final class AnnouncementAddCommand extends NodeCommand {
  @Parameters(paramLabel = "TEXT", description = "plain")
  private String text;

  @Option(names = "--starts", paramLabel = "TIME", description = "as 2026-12-24T18:00:00Z")
  private Instant starts;

  @Option(names = "--ends", paramLabel = "TIME", description = "nobody is told after it")
  private Instant ends;

  @Option(names = "--at", paramLabel = "TIME", description = "nobody is told before it")
  private Instant at;

  @Option(names = "--all-day", description = "only the days of these times count")
  private boolean allDay;

  AnnouncementAddCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var span =
        new Span(
            Optional.ofNullable(starts),
            Optional.ofNullable(ends),
            allDay,
            Optional.ofNullable(at).orElseGet(Instant::now));
    out.println("announced " + node.house().announcements().add(node.database(), text, span));
  }
}
