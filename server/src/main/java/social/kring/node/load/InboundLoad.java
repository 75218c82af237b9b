package social.kring.node.load;

import io.vertx.core.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import social.kring.protocol.url.FediUrl;

/** Signed Creates that come in, until all that was accepted can be seen. */
final class InboundLoad {
  private static final int MOST_UNDER_WAY = 256;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final HttpClient client;
  private final ClientApi api;
  private final FediUrl inbox;
  private final Activities activities;

  InboundLoad(HttpClient client, ClientApi api, FediUrl node, Activities activities) {
    this.client = client;
    this.api = api;
    this.inbox = FediUrl.parse(node.text() + "/ap/inbox");
    this.activities = activities;
  }

  /**
   * @param accounts the senders' ids here, for counting
   */
  void run(List<Correspondent> senders, List<String> accounts, int perSecond, int seconds)
      throws InterruptedException {
    System.out.println("signing …");
    var posts = signed(senders, perSecond * seconds);
    var before = api.visible(accounts);
    var begin = System.nanoTime();
    var accepted = new Figures();
    send(posts, perSecond, accepted);
    System.out.println(accepted.line("accepted", since(begin)));
    var visible = awaitVisible(accounts, before + accepted.good());
    var took = since(begin);
    System.out.printf(
        "visible: %,.0f/s (%,d of %,d in %.1f s)%n",
        (visible - before) * 1e9 / took.toNanos(),
        visible - before,
        accepted.good(),
        took.toNanos() / 1e9);
  }

  private List<Post> signed(List<Correspondent> senders, int count) {
    var now = Instant.now();
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(
            i -> {
              var sender = senders.get(i % senders.size());
              var published = now.minusMillis(count - i);
              return Post.signed(sender, inbox, activities.create(sender, i, published), now);
            })
        .toList();
  }

  private void send(List<Post> posts, int perSecond, Figures figures) throws InterruptedException {
    var pace = new Pace(perSecond);
    var underWay = new Semaphore(MOST_UNDER_WAY);
    for (var post : posts) {
      pace.await();
      underWay.acquire();
      var sent = System.nanoTime();
      post.send(client)
          .onSuccess(status -> figures.answered(status, System.nanoTime() - sent))
          .onFailure(failure -> figures.failed())
          .onComplete(over -> underWay.release());
    }
    underWay.acquire(MOST_UNDER_WAY);
  }

  private long awaitVisible(List<String> accounts, long expected) throws InterruptedException {
    var begin = System.nanoTime();
    var visible = api.visible(accounts);
    while (visible < expected && since(begin).compareTo(PATIENCE) < 0) {
      Thread.sleep(200);
      visible = api.visible(accounts);
    }
    return visible;
  }

  static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
