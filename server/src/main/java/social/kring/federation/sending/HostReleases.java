package social.kring.federation.sending;

import java.time.Clock;
import java.time.Duration;
import social.kring.platform.storage.Database;
import social.kring.platform.workers.Worker;

/** Notices hosts that were down and have been heard from, by whichever process. */
final class HostReleases implements Worker {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final LaneTable lanes = new LaneTable();
  private final Database database;
  private final Clock clock;
  private final Runnable released;

  HostReleases(Database database, Clock clock, Runnable released) {
    this.database = database;
    this.clock = clock;
    this.released = released;
  }

  @Override
  public String name() {
    return "sending.releases";
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public boolean work() {
    if (lanes.wakeRested(database, clock.instant()) > 0) released.run();
    return false;
  }
}
