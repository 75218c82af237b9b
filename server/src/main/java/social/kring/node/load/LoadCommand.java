package social.kring.node.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import social.kring.door.cli.Premises;

/** Load runs come under this name. */
@Command(
    name = "load",
    description = "Put a node on this machine under load and print how it bears it.",
    mixinStandardHelpOptions = true,
    subcommands = {
      InboundCommand.class,
      FanOutCommand.class,
      ReadCommand.class,
      StartCommand.class,
      MemoryCommand.class
    })
public final class LoadCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** All load runs, and what fills the node of these premises. */
  public static CommandLine of(Premises premises) {
    return new CommandLine(new LoadCommand()).addSubcommand(new SeedCommand(premises));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: " + String.join(", ", spec.subcommands().keySet()));
  }
}
