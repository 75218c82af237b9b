package social.kring.door.cli;

import picocli.CommandLine.Command;

@Command(
    name = "media",
    description = "Pictures, films and sounds of this node.",
    mixinStandardHelpOptions = true)
final class MediaCommand extends Group {}
