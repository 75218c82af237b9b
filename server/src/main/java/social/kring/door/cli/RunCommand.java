package social.kring.door.cli;

import picocli.CommandLine.Command;

@Command(
    name = "run",
    description = "Run a node in the foreground until it is told to stop.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Runnable {
  private final Premises premises;

  RunCommand(Premises premises) {
    this.premises = premises;
  }

  @Override
  public void run() {
    premises.run();
  }
}
