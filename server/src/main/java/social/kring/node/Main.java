package social.kring.node;

import java.util.List;
import social.kring.door.cli.CommandTree;
import social.kring.door.cli.Premises;
import social.kring.door.cli.Shortcut;
import social.kring.node.load.LoadCommand;

/** Where a process begins. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.setProperty(
        "vertx.logger-delegate-factory-class-name",
        "io.vertx.core.logging.SLF4JLogDelegateFactory");
    Logging.ofCommand();
    System.exit(execute(new MachinePremises(), arguments));
  }

  private static int execute(Premises premises, String[] arguments) {
    return Shortcut.take(premises, arguments)
        .orElseGet(
            () -> CommandTree.of(premises, List.of(LoadCommand.of(premises))).execute(arguments));
  }
}
