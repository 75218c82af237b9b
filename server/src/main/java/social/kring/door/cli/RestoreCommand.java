package social.kring.door.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "restore",
    description = "Bring a backup back, into a data directory and a database that are empty.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Runnable {
  private final Premises premises;

  @Option(names = "--from", paramLabel = "FILE", required = true, description = "made by backup")
  private Path file;

  RestoreCommand(Premises premises) {
    this.premises = premises;
  }

  @Override
  public void run() {
    premises.restore(file);
  }
}
