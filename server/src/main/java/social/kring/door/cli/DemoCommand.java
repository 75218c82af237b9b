package social.kring.door.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description =
        "Start three nodes on this machine and play what Kring is for, checking each step.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private final Premises premises;

  @Option(names = "--once", description = "end after the story instead of staying up")
  private boolean once;

  DemoCommand(Premises premises) {
    this.premises = premises;
  }

  @Override
  public Integer call() {
    return premises.demo(once);
  }
}
