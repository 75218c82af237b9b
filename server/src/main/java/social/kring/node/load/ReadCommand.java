package social.kring.node.load;

import io.vertx.core.http.HttpMethod;
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
    try (var run = new Run(connections)) {
      for (var path : paths) read(run, path);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Run run, String path) throws InterruptedException {
    var request =
        Place.request(HttpMethod.GET, FediUrl.parse(options.node().text() + path))
            .putHeader("Accept", accept);
    if (!options.token().isEmpty()) {
      request.putHeader("Authorization", "Bearer " + options.token());
    }
    var load = new ReadLoad(run.client(), request);
    load.run(connections, Duration.ofSeconds(1));
    var time = Duration.ofSeconds(seconds);
    System.out.println(load.run(connections, time).line(path, time));
  }
}
