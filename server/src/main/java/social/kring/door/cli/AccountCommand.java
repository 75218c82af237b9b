package social.kring.door.cli;

import picocli.CommandLine.Command;

@Command(
    name = "account",
    description = "The accounts of this node.",
    mixinStandardHelpOptions = true)
final class AccountCommand extends Group {}
