package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import social.kring.federation.actors.ActorRow;
import social.kring.protocol.Problem;

@Command(name = "show", description = "Show a report.", mixinStandardHelpOptions = true)
final class ReportShowCommand extends NodeCommand {
  @Parameters(paramLabel = "ID", description = "of the report")
  private long id;

  ReportShowCommand(Premises premises) {
    super(premises);
  }

  @Override
  void run(OpenNode node, PrintWriter out) {
    var report =
        node.moderation()
            .reports()
            .find(node.database(), id)
            .orElseThrow(() -> Problem.notFound("there is no report " + id));
    out.println("by\t" + name(node, report.reporter()));
    out.println("at\t" + report.reportedAt());
    out.println("category\t" + report.matter().category().text());
    report
        .subjects()
        .forEach(subject -> out.println("about\t" + Printable.of(subject.uri().text())));
    if (report.matter().forwarded()) out.println("forwarded");
    report.handling().assignedTo().ifPresent(who -> out.println("assigned\t" + name(node, who)));
    report.handling().resolvedAt().ifPresent(at -> out.println("resolved\t" + at));
    out.println("comment\t" + Printable.of(report.comment()));
  }

  private static String name(OpenNode node, long actor) {
    return node.actors()
        .byId(node.database(), actor)
        .map(ActorRow::handle)
        .map(handle -> Printable.of(handle.toString()))
        .orElse("somebody who is gone");
  }
}
