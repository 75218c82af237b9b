package social.kring.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import social.kring.protocol.signature.CavageSigner;
import social.kring.protocol.signature.SigningKey;

/**
 * Creates of many authors at a steady pace, signed before the first is sent: signing them meanwhile
 * would take the cores from the node. Nothing is sent twice.
 */
final class Flood {
  private static final int MOST_UNDER_WAY = 256;

  private final NodeProcess node;
  private final List<Signed> all;
  private final Queue<Line.Answer> answers = new ConcurrentLinkedQueue<>();

  private record Signed(Map<String, String> headers, byte[] body) {}

  Flood(NodeProcess node, List<Foreigner> authors, int count) {
    this.node = node;
    this.all =
        IntStream.range(0, count)
            .parallel()
            .mapToObj(i -> signed(authors.get(i % authors.size()), i))
            .toList();
  }

  private Signed signed(Foreigner author, int number) {
    var text = "<p>drop number %d end</p>".formatted(number);
    var body = author.creates("drop-" + number, text).toBytes();
    var key = new SigningKey(author.keyId(), author.keys().getPrivate());
    var headers =
        new HashMap<>(CavageSigner.sign("POST", node.sharedInbox(), body, key, Instant.now()));
    headers.put("Content-Type", "application/activity+json");
    return new Signed(headers, body);
  }

  /** Returns when the last one is answered. */
  void pour(int perSecond) {
    var places = new Semaphore(MOST_UNDER_WAY);
    var gap = Duration.ofSeconds(1).dividedBy(perSecond);
    var next = System.nanoTime();
    for (var each : all) {
      var early = next - System.nanoTime();
      if (early > 0) Patience.pause(Duration.ofNanos(early));
      next += gap.toNanos();
      places.acquireUninterruptibly();
      Thread.startVirtualThread(() -> send(each, places));
    }
    places.acquireUninterruptibly(MOST_UNDER_WAY);
  }

  private void send(Signed signed, Semaphore places) {
    try {
      answers.add(node.line().ask("POST", node.sharedInbox(), signed.headers(), signed.body()));
    } finally {
      places.release();
    }
  }

  List<Line.Answer> answers() {
    return List.copyOf(answers);
  }

  long taken() {
    return answers.stream().filter(answer -> answer.status() == 202).count();
  }
}
