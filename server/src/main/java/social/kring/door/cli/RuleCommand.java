package social.kring.door.cli;

import picocli.CommandLine.Command;

@Command(name = "rule", description = "What people here keep to.", mixinStandardHelpOptions = true)
final class RuleCommand extends Group {}
