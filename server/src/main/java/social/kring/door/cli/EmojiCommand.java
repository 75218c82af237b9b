package social.kring.door.cli;

import picocli.CommandLine.Command;

@Command(
    name = "emoji",
    description = "The pictures that people here write as shortcodes.",
    mixinStandardHelpOptions = true)
final class EmojiCommand extends Group {}
