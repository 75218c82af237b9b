package social.kring.federation.sending;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import social.kring.federation.sending.DeliveryTable.Waiting;
import social.kring.federation.sending.LaneTable.Taken;
import social.kring.federation.sending.LaneTable.Terms;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;

/** Takes lanes, with the first deliveries in each, for a process. */
final class Claims {
  /** Longer than all that is done with a lane before it is given back. */
  static final Duration LEASE = Duration.ofSeconds(25);

  private static final int MOST_OF_A_LANE = 8;

  private final LaneTable lanes = new LaneTable();
  private final DeliveryTable deliveries = new DeliveryTable();
  private final OutgoingTable outgoing = new OutgoingTable();
  private final Database database;
  private final Clock clock;
  private final String process;
  private final int perHost;

  Claims(Database database, Clock clock, String process, int perHost) {
    this.database = database;
    this.clock = clock;
    this.process = process;
    this.perHost = perHost;
  }

  /** A lane that is taken, and what is to be delivered in it. */
  record Claim(Taken taken, List<Delivery> deliveries) {}

  /**
   * @param most lanes in all
   * @param mostUnwell of hosts that are not well
   */
  List<Claim> claim(int most, int mostUnwell) {
    return database.transaction(tx -> claim(tx, most, mostUnwell));
  }

  private List<Claim> claim(Transaction tx, int most, int mostUnwell) {
    lanes.planByIndex(tx);
    var taken = new ArrayList<>(take(tx, true, most));
    taken.addAll(take(tx, false, Math.min(most - taken.size(), mostUnwell)));
    return taken.isEmpty() ? List.of() : withDeliveries(tx, taken);
  }

  private List<Taken> take(Transaction tx, boolean well, int most) {
    if (most <= 0) return List.of();
    var terms = terms();
    var hosts = lanes.lockDue(tx, well, terms.now(), most);
    if (hosts.isEmpty()) return List.of();
    var taken = lanes.take(tx, hosts, terms, most);
    if (taken.size() < hosts.size()) lanes.deleteIdle(tx, hosts);
    lanes.schedule(tx, hosts, terms);
    return taken;
  }

  Terms terms() {
    var now = clock.instant();
    return new Terms(process, now, now.plus(LEASE), perHost);
  }

  private List<Claim> withDeliveries(Transaction tx, List<Taken> taken) {
    var waiting = heads(tx, taken.stream().map(Taken::lane).toList());
    var bodies = bodies(tx, waiting);
    var byLane = waiting.stream().collect(Collectors.groupingBy(Waiting::lane));
    return taken.stream()
        .map(
            each ->
                new Claim(
                    each,
                    byLane.getOrDefault(each.lane(), List.of()).stream()
                        .map(w -> delivery(w, bodies))
                        .filter(Objects::nonNull)
                        .toList()))
        .toList();
  }

  /** Neither of two transactions saw the other, where an inbox was buried as it got more. */
  private List<Waiting> heads(Transaction tx, List<Lane> taken) {
    var heads =
        deliveries.heads(tx, taken, MOST_OF_A_LANE).stream()
            .collect(Collectors.partitioningBy(Waiting::gone));
    var gone = heads.get(true);
    if (!gone.isEmpty()) deliveries.delete(tx, gone.stream().map(Waiting::id).toList());
    return heads.get(false);
  }

  /** An activity is read and encoded once for all its deliveries. */
  private Map<Long, byte[]> bodies(Transaction tx, List<Waiting> waiting) {
    var ids = waiting.stream().map(Waiting::activity).distinct().toList();
    return outgoing.bodies(tx, ids).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> e.getValue().getBytes(StandardCharsets.UTF_8)));
  }

  private static Delivery delivery(Waiting waiting, Map<Long, byte[]> bodies) {
    return new Delivery(
        waiting.id(),
        waiting.lane(),
        waiting.inbox(),
        waiting.tries(),
        bodies.get(waiting.activity()));
  }
}
