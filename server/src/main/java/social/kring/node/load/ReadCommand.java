package social.kring.node.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.kring.protocol.url.FediUrl;

@Command(
    name = "read",
    description = "Read addresses over and over, one after the other.",
    mixinStandardHelpOptions = true)
final class ReadCommand implements Runnable {
  private static final Duration WARM_UP = Duration.ofSeconds(1);

  @Mixin private NodeOptions options;

  @Option(names = "--connections", defaultValue = "32", description = "${DEFAULT-VALUE}")
  private int connections;

  @Option(names = "--seconds", defaultValue = "10", description = "each; ${DEFAULT-VALUE}")
  private int seconds;

  @Option(names = "--accept", defaultValue = "application/json", description = "${DEFAULT-VALUE}")
  private String accept;

  @Parameters(arity = "1..20", paramLabel = "PATH", description = "as /api/v1/timelines/home")
  private List<String> paths;

  @Override
  public void run() {
    options.bounded("--connections", connections, 1_000);
    options.bounded("--seconds", seconds, 120);
    paths.forEach(this::read);
  }

  private void read(String path) {
    var load = new ReadLoad(Place.address(options.node()), requests(path));
    load.run(connections, WARM_UP);
    var time = Duration.ofSeconds(seconds);
    System.out.println(load.run(connections, time).line(path, time));
  }

  /** One for each person, or one by nobody. */
  private List<byte[]> requests(String path) {
    var tokens = options.tokens();
    if (tokens.isEmpty()) return List.of(request(path, ""));
    return tokens.stream()
        .map(token -> request(path, "Authorization: Bearer " + token + "\r\n"))
        .toList();
  }

  private byte[] request(String path, String authorization) {
    var url = FediUrl.parse(options.node().text() + path);
    return "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: %s\r\nAccept: %s\r\n%s\r\n"
        .formatted(
            url.pathAndQuery(), url.origin().authority(), Place.USER_AGENT, accept, authorization)
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
