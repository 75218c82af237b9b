package social.kring.door.cli;

import picocli.CommandLine.Command;

@Command(
    name = "report",
    description = "What moderators were told about.",
    mixinStandardHelpOptions = true)
final class ReportCommand extends Group {}
