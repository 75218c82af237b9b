package social.kring.node.load;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "fanout",
    description = "Let people on many hosts follow somebody here, who then posts once.",
    mixinStandardHelpOptions = true)
final class FanOutCommand implements Runnable {
  private static final int CONNECTIONS = 32;

  @Mixin private NodeOptions options;

  @Option(names = "--followers", defaultValue = "1000", description = "${DEFAULT-VALUE}")
  private int followers;

  @Option(names = "--hosts", defaultValue = "1000", description = "${DEFAULT-VALUE}")
  private int hosts;

  @Option(names = "--port", defaultValue = "18301", description = "of the crowd; ${DEFAULT-VALUE}")
  private int port;

  @Override
  public void run() {
    options.bounded("--followers", followers, 20_000);
    options.bounded("--hosts", hosts, followers);
    try (var run = new Run(CONNECTIONS)) {
      var crowd = new Crowd(hosts, followers, Run.keys(), port);
      var load = new FanOutLoad();
      crowd.listen(run.vertx(), load::hear);
      var api = new ClientApi(run.client(), options.node(), options.token());
      load.run(run.client(), api, options.node(), crowd.people(), hosts);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
