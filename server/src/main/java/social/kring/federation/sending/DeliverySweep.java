package social.kring.federation.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToIntFunction;
import social.kring.federation.sending.OutgoingTable.Place;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** Gives up what could not be delivered for a week, and forgets what nobody waits for. */
final class DeliverySweep implements JobHandler {
  private static final Duration EVERY = Duration.ofMinutes(5);

  /** A week, and the time that may pass until a host that comes back at its end is tried. */
  private static final Duration KEPT = Duration.ofDays(7).plusHours(1);

  private static final Duration PARKED_KEPT = Duration.ofDays(30);

  /** Deliveries of an activity commit together with it; this is for clocks that differ. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private static final int BATCH = 500;

  private final DeliveryTable deliveries = new DeliveryTable();
  private final OutgoingTable outgoing = new OutgoingTable();
  private final Database database;
  private final Clock clock;

  DeliverySweep(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "sending.sweep";
  }

  @Override
  public Optional<Duration> every() {
    return Optional.of(EVERY);
  }

  @Override
  public void run(Tree details) {
    var now = clock.instant();
    inBatches(tx -> deliveries.parkOld(tx, now.minus(KEPT), now, BATCH));
    inBatches(tx -> deliveries.deleteParked(tx, now.minus(PARKED_KEPT), BATCH));
    forgetUnused(now.minus(FRESH));
  }

  private void inBatches(ToIntFunction<Transaction> work) {
    while (database.transaction(work::applyAsInt) == BATCH) {
      // Another batch is left.
    }
  }

  private void forgetUnused(Instant before) {
    var place = Optional.of(Place.FIRST);
    while (place.isPresent()) {
      place = outgoing.deleteUnused(database, place.get(), before, BATCH);
    }
  }
}
