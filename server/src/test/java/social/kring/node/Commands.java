package social.kring.node;

import java.util.List;
import social.kring.door.cli.CommandTree;

/** Several commands in one process, since starting one takes longer than what most of them do. */
public final class Commands {
  /** Printed after what each of them says. */
  public static final String END = "-- end of command --";

  private Commands() {}

  /**
   * @param lines a command each; a comma in an argument is a space
   */
  public static void main(String[] lines) {
    Logging.ofCommand();
    var premises = new MachinePremises();
    for (var line : lines) {
      var arguments =
          java.util.Arrays.stream(line.split(" "))
              .map(each -> each.replace(',', ' '))
              .toArray(String[]::new);
      var status = CommandTree.of(premises, List.of()).execute(arguments);
      System.out.println(END);
      if (status != 0) System.exit(status);
    }
    System.exit(0);
  }
}
