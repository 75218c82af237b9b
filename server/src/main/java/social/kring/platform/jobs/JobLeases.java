package social.kring.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import social.kring.platform.storage.Database;
import social.kring.platform.workers.Worker;

/** Renews the leases of what this process is still working on. */
final class JobLeases implements Worker {
  private static final Duration PAUSE = Duration.ofSeconds(8);

  private final JobTable table = new JobTable();
  private final RunningJobs running;
  private final Database database;
  private final Clock clock;
  private final String process;

  JobLeases(RunningJobs running, Database database, Clock clock, String process) {
    this.running = running;
    this.database = database;
    this.clock = clock;
    this.process = process;
  }

  @Override
  public String name() {
    return "jobs.leases";
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public boolean work() {
    var ids = running.ids();
    if (!ids.isEmpty()) {
      table.renew(database, ids, process, clock.instant().plus(JobRunner.LEASE));
    }
    return false;
  }
}
