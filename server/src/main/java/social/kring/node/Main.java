package social.kring.node;

import java.util.List;
import social.kring.door.cli.CommandTree;
import social.kring.node.load.LoadCommand;

/** Where a process begins. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.setProperty(
        "vertx.logger-delegate-factory-class-name",
        "io.vertx.core.logging.SLF4JLogDelegateFactory");
    Logging.ofCommand();
    System.exit(
        CommandTree.of(new MachinePremises(), List.of(new LoadCommand())).execute(arguments));
  }
}
