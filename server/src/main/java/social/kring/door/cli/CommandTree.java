package social.kring.door.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import social.kring.protocol.Problem;

/** All commands under one name. */
public final class CommandTree {
  private static final int WRONG_USAGE = 2;

  private CommandTree() {}

  /**
   * What reads and does what is typed; it returns the status to end with.
   *
   * @param further commands that are not about the node of these premises
   */
  public static CommandLine of(Premises premises, List<?> further) {
    var line = line(premises);
    further.forEach(line::addSubcommand);
    return line.setParameterExceptionHandler((wrong, typed) -> explain(wrong))
        .setExecutionExceptionHandler(failures())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static CommandLine line(Premises premises) {
    return new CommandLine(new Kring())
        .addSubcommand(new DemoCommand(premises))
        .addSubcommand(new RunCommand(premises))
        .addSubcommand(new BackupCommand(premises))
        .addSubcommand(new RestoreCommand(premises))
        .addSubcommand(new RehearseCommand(premises))
        .addSubcommand(
            new CommandLine(new AccountCommand())
                .addSubcommand(new AccountCreateCommand(premises))
                .addSubcommand(new AccountTokenCommand(premises)))
        .addSubcommand(
            new CommandLine(new QueueCommand())
                .addSubcommand(new QueueListCommand(premises))
                .addSubcommand(new QueueShowCommand(premises))
                .addSubcommand(new QueueRetryCommand(premises))
                .addSubcommand(new QueueDropCommand(premises)))
        .addSubcommand(
            new CommandLine(new DomainCommand())
                .addSubcommand(new DomainAddCommand(premises))
                .addSubcommand(new DomainRemoveCommand(premises))
                .addSubcommand(new DomainBlockCommand(premises))
                .addSubcommand(new DomainUnblockCommand(premises))
                .addSubcommand(new DomainListCommand(premises)));
  }

  private static int explain(ParameterException wrong) {
    var line = wrong.getCommandLine();
    line.getErr()
        .println(
            "kring: %s; see %s --help"
                .formatted(oneLine(wrong), line.getCommandSpec().qualifiedName()));
    return WRONG_USAGE;
  }

  private static IExecutionExceptionHandler failures() {
    return (failure, line, typed) -> {
      line.getErr().println("kring: " + said(failure));
      return 1;
    };
  }

  /** What is not a problem of the caller's is told with its cause, for who has to look for it. */
  private static String said(Exception failure) {
    if (!(failure instanceof Problem)) return "failed unexpectedly: " + oneLine(failure);
    var causes = Stream.of(failure.getSuppressed()).map(cause -> " (" + cause + ")");
    return oneLine(failure) + causes.findFirst().orElse("");
  }

  private static String oneLine(Exception failure) {
    return String.join(
        " ", Optional.ofNullable(failure.getMessage()).orElse(failure.toString()).lines().toList());
  }

  /** The name that all commands come under. */
  @Command(
      name = "kring",
      description = "A federated community server.",
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "COMMAND",
      versionProvider = KringVersion.class)
  static final class Kring extends Group {}
}
