package social.kring.door.cli;

import picocli.CommandLine.Command;

@Command(
    name = "domain",
    description = "The domains that this node serves, and those that it blocks.",
    mixinStandardHelpOptions = true)
final class DomainCommand extends Group {}
