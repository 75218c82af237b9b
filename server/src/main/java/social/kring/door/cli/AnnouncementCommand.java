package social.kring.door.cli;

import picocli.CommandLine.Command;

@Command(
    name = "announcement",
    description = "What is told to everybody here.",
    mixinStandardHelpOptions = true)
final class AnnouncementCommand extends Group {}
