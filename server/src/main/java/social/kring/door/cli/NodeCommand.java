package social.kring.door.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that works on a node's database. */
abstract class NodeCommand implements Runnable {
  private final Premises premises;
  @Spec private CommandSpec spec;

  NodeCommand(Premises premises) {
    this.premises = premises;
  }

  @Override
  public final void run() {
    try (var node = premises.open()) {
      run(node, spec.commandLine().getOut());
    } finally {
      spec.commandLine().getOut().flush();
    }
  }

  abstract void run(OpenNode node, PrintWriter out);
}
