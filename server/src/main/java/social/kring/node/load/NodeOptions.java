package social.kring.node.load;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import social.kring.protocol.url.FediUrl;

/** Which node, and who on it. */
final class NodeOptions {
  private static final String NO_TOKEN = "";

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--node",
      required = true,
      paramLabel = "URL",
      description = "its address, as http://alpha.localhost:8080")
  private String node;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "of a person on it, by `kring account token`; more than one for reading")
  private List<String> tokens = List.of();

  FediUrl node() {
    return Place.onThisMachine(node);
  }

  String token() {
    return tokens.isEmpty() ? NO_TOKEN : tokens.getFirst();
  }

  List<String> tokens() {
    return tokens;
  }

  /**
   * @throws ParameterException where a number is not within its bounds
   */
  int bounded(String option, int value, int most) {
    return bounded(spec, option, value, most);
  }

  static int bounded(CommandSpec spec, String option, int value, int most) {
    if (value >= 1 && value <= most) return value;
    throw new ParameterException(
        spec.commandLine(), "%s is %d, expected 1 to %d".formatted(option, value, most));
  }
}
