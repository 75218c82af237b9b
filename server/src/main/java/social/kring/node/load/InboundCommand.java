package social.kring.node.load;

import java.time.Instant;
import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

@Command(
    name = "inbound",
    description = "Send signed Creates from many hosts, until all that was accepted can be seen.",
    mixinStandardHelpOptions = true)
final class InboundCommand implements Runnable {
  private static final int CONNECTIONS = 64;

  @Mixin private NodeOptions options;

  @Option(names = "--rate", defaultValue = "500", description = "a second; ${DEFAULT-VALUE}")
  private int rate;

  @Option(names = "--seconds", defaultValue = "10", description = "${DEFAULT-VALUE}")
  private int seconds;

  @Option(names = "--hosts", defaultValue = "50", description = "${DEFAULT-VALUE}")
  private int hosts;

  @Option(names = "--port", defaultValue = "18300", description = "of the crowd; ${DEFAULT-VALUE}")
  private int port;

  @Override
  public void run() {
    options.bounded("--rate", rate, 10_000);
    options.bounded("--seconds", seconds, 120);
    options.bounded("--hosts", hosts, 500);
    try (var run = new Run(CONNECTIONS)) {
      load(run);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void load(Run run) throws InterruptedException {
    var crowd = new Crowd(hosts, hosts, Run.keys(), port);
    var api = new ClientApi(run.client(), options.node(), options.token());
    var activities = new Activities(Long.toString(System.nanoTime(), 36));
    crowd.listen(run.vertx(), body -> accept(run, crowd, activities, StrictJson.parse(body)));
    var accounts = new ArrayList<String>();
    for (var person : crowd.people()) accounts.add(api.resolve(person.handle()));
    accounts.forEach(api::follow);
    new InboundLoad(run.client(), api, options.node(), activities)
        .run(crowd.people(), accounts, rate, seconds);
  }

  /**
   * The person on the node follows everybody in the crowd, or what they say would not concern it.
   */
  private void accept(Run run, Crowd crowd, Activities activities, Tree activity) {
    if (!activity.string("type").filter("Follow"::equals).isPresent()) return;
    var inbox = FediUrl.parse(options.node().text() + "/ap/inbox");
    crowd.people().stream()
        .filter(person -> activity.id("object").filter(person.uri()::equals).isPresent())
        .findFirst()
        .ifPresent(
            person ->
                Post.signed(person, inbox, activities.accept(person, activity), Instant.now())
                    .send(run.client()));
  }
}
