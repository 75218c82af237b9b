package social.kring.door.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** For the launcher, which records how classes are loaded. */
@Command(name = "rehearse", hidden = true, description = "Start, answer and stop once.")
final class RehearseCommand implements Runnable {
  private final Premises premises;

  @Parameters(paramLabel = "DIR", description = "where the rehearsed node keeps its data")
  private Path directory;

  RehearseCommand(Premises premises) {
    this.premises = premises;
  }

  @Override
  public void run() {
    premises.rehearse(directory);
  }
}
