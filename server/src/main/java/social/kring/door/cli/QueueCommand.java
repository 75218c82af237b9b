package social.kring.door.cli;

import picocli.CommandLine.Command;

@Command(
    name = "queue",
    description = "What waits to be done, and what was given up and why.",
    mixinStandardHelpOptions = true)
final class QueueCommand extends Group {}
