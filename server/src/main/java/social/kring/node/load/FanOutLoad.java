package social.kring.node.load;

import io.vertx.core.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import social.kring.protocol.url.FediUrl;

/** Posts that go out to followers on many hosts, each until the last of them has it. */
final class FanOutLoad {
  private static final int MOST_UNDER_WAY = 32;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final int hosts;
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger delivered = new AtomicInteger();

  /**
   * @param hosts that the followers are on
   */
  FanOutLoad(int hosts) {
    this.hosts = hosts;
  }

  /** What comes to the crowd's inboxes. Of what is counted, none holds the other. */
  void hear(byte[] activity) {
    var text = new String(activity, StandardCharsets.UTF_8);
    if (text.contains("\"Create\"")) delivered.incrementAndGet();
    if (text.contains("\"Accept\"")) accepted.incrementAndGet();
  }

  /** They all follow somebody. */
  void follow(HttpClient client, FediUrl followed, FediUrl node, List<Correspondent> people)
      throws InterruptedException {
    var inbox = FediUrl.parse(node.text() + "/ap/inbox");
    var activities = new Activities("follow-" + System.nanoTime());
    var underWay = new Semaphore(MOST_UNDER_WAY);
    for (var person : people) {
      underWay.acquire();
      Post.signed(person, inbox, activities.follow(person, followed), Instant.now())
          .send(client)
          .onComplete(over -> underWay.release());
    }
    await(accepted, people.size());
    System.out.printf("%,d followers on %s%n", accepted.get(), followed);
  }

  /** From the call of the API to the arrival at the last host. */
  void post(ClientApi api, int number) throws InterruptedException {
    delivered.set(0);
    var begin = System.nanoTime();
    api.post("To everybody who follows, at once, for the " + number + ". time.");
    var answered = InboundLoad.since(begin);
    await(delivered, hosts);
    var took = InboundLoad.since(begin);
    System.out.printf(
        "fan-out %d: %,.0f/s (%,d of %,d hosts in %.2f s), the post was answered in %d ms%n",
        number,
        delivered.get() * 1e9 / took.toNanos(),
        delivered.get(),
        hosts,
        took.toNanos() / 1e9,
        answered.toMillis());
  }

  private static void await(AtomicInteger counter, int expected) throws InterruptedException {
    var begin = System.nanoTime();
    while (counter.get() < expected && InboundLoad.since(begin).compareTo(PATIENCE) < 0) {
      Thread.sleep(5);
    }
  }
}
