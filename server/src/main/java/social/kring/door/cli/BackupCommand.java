package social.kring.door.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "backup",
    description =
        "Save the database and the uploads in one file, while the node goes on; not kring.yaml, push.key or what lies in a bucket.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Runnable {
  private final Premises premises;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = "holds private keys: readable by its owner alone")
  private Path file;

  BackupCommand(Premises premises) {
    this.premises = premises;
  }

  @Override
  public void run() {
    premises.backUp(file);
  }
}
