package social.kring.node.load;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "fanout",
    description = "Let people on many hosts follow somebody here, who then posts.",
    mixinStandardHelpOptions = true)
final class FanOutCommand implements Runnable {
  private static final int CONNECTIONS = 32;

  @Mixin private NodeOptions options;

  @Option(names = "--followers", defaultValue = "1000", description = "${DEFAULT-VALUE}")
  private int followers;

  @Option(names = "--hosts", defaultValue = "1000", description = "${DEFAULT-VALUE}")
  private int hosts;

  @Option(
      names = "--posts",
      defaultValue = "3",
      description = "one after the other, the first to a node that is cold; ${DEFAULT-VALUE}")
  private int posts;

  @Option(names = "--port", defaultValue = "18301", description = "of the crowd; ${DEFAULT-VALUE}")
  private int port;

  @Override
  public void run() {
    options.bounded("--followers", followers, 20_000);
    options.bounded("--hosts", hosts, followers);
    options.bounded("--posts", posts, 1_000);
    try (var run = new Run(CONNECTIONS)) {
      var crowd = new Crowd(hosts, followers, Run.keys(), port);
      var load = new FanOutLoad(hosts);
      crowd.listen(run.vertx(), load::hear);
      var api = new ClientApi(run.client(), options.node(), options.token());
      load.follow(run.client(), api.actor(), options.node(), crowd.people());
      for (var i = 1; i <= posts; i++) load.post(api, i);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
