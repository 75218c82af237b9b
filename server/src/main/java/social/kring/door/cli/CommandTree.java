package social.kring.door.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;

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
        .addSubcommand(
            new CommandLine(new AccountCommand())
                .addSubcommand(new AccountCreateCommand(premises))
                .addSubcommand(new AccountTokenCommand(premises))
                .addSubcommand(new AccountDeleteCommand(premises))
                .addSubcommand(new AccountListCommand(premises))
                .addSubcommand(new AccountApproveCommand(premises))
                .addSubcommand(new AccountRejectCommand(premises))
                .addSubcommand(new AccountConfirmLinkCommand(premises))
                .addSubcommand(new AccountResetLinkCommand(premises))
                .addSubcommand(new AccountInviteCommand(premises)))
        .addSubcommand(
            new CommandLine(new QueueCommand())
                .addSubcommand(new QueueListCommand(premises))
                .addSubcommand(new QueueShowCommand(premises))
                .addSubcommand(new QueueRetryCommand(premises))
                .addSubcommand(new QueueDropCommand(premises)))
        .addSubcommand(
            new CommandLine(new MediaCommand()).addSubcommand(new MediaUsageCommand(premises)))
        .addSubcommand(
            new CommandLine(new ReportCommand())
                .addSubcommand(new ReportListCommand(premises))
                .addSubcommand(new ReportShowCommand(premises))
                .addSubcommand(new ReportResolveCommand(premises)))
        .addSubcommand(
            new CommandLine(new InstanceCommand())
                .addSubcommand(new InstanceShowCommand(premises))
                .addSubcommand(new InstanceSetCommand(premises)))
        .addSubcommand(
            new CommandLine(new RuleCommand())
                .addSubcommand(new RuleAddCommand(premises))
                .addSubcommand(new RuleListCommand(premises))
                .addSubcommand(new RuleTranslateCommand(premises))
                .addSubcommand(new RuleRemoveCommand(premises)))
        .addSubcommand(
            new CommandLine(new AnnouncementCommand())
                .addSubcommand(new AnnouncementAddCommand(premises))
                .addSubcommand(new AnnouncementListCommand(premises))
                .addSubcommand(new AnnouncementRemoveCommand(premises)))
        .addSubcommand(
            new CommandLine(new EmojiCommand())
                .addSubcommand(new EmojiAddCommand(premises))
                .addSubcommand(new EmojiListCommand(premises))
                .addSubcommand(new EmojiRemoveCommand(premises)))
        .addSubcommand(
            new CommandLine(new DomainCommand())
                .addSubcommand(new DomainAddCommand(premises))
                .addSubcommand(new DomainRemoveCommand(premises))
                .addSubcommand(new DomainBlockCommand(premises))
                .addSubcommand(new DomainUnblockCommand(premises))
                .addSubcommand(new DomainPurgeCommand(premises))
                .addSubcommand(new DomainListCommand(premises)));
  }

  private static int explain(ParameterException wrong) {
    var line = wrong.getCommandLine();
    line.getErr()
        .println(
            "kring: %s; see %s --help"
                .formatted(LastWords.oneLine(wrong), line.getCommandSpec().qualifiedName()));
    return WRONG_USAGE;
  }

  private static IExecutionExceptionHandler failures() {
    return (failure, line, typed) -> {
      line.getErr().println(LastWords.of(failure));
      return 1;
    };
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
