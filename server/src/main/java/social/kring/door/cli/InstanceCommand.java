package social.kring.door.cli;

import picocli.CommandLine.Command;

@Command(
    name = "instance",
    description = "What the node says of itself.",
    mixinStandardHelpOptions = true)
final class InstanceCommand extends Group {}
