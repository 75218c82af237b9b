package social.kring.platform.jobs;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.platform.workers.Worker;
import social.kring.platform.workers.Workers;
import social.kring.protocol.json.Tree;

/** Those who carry out the jobs of this process. */
public final class JobWorkers {
  private static final int AT_ONCE = 8;
  private static final int OF_A_KIND = 4;
  private static final int ASKING = 6;
  private static final int MOST_PARKED = 200;

  private final JobTable table = new JobTable();
  private final RunningJobs running;
  private final Map<String, JobHandler> handlers;
  private final Database database;
  private final Clock clock;
  private final String process;

  /**
   * Nothing runs before {@link #start}.
   *
   * @param process names this process: the same after a restart, and never that of another one that
   *     is running
   */
  public JobWorkers(
      Collection<JobHandler> handlers, Database database, Clock clock, String process) {
    this.handlers =
        handlers.stream()
            .collect(Collectors.toUnmodifiableMap(JobHandler::kind, Function.identity()));
    this.running = new RunningJobs(OF_A_KIND, ASKING, asking(handlers));
    this.database = database;
    this.clock = clock;
    this.process = process;
  }

  private static Set<String> asking(Collection<JobHandler> handlers) {
    return handlers.stream()
        .filter(JobHandler::asksOthers)
        .map(JobHandler::kind)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** For {@link JobQueue}: a job is due. */
  public static void wake(Workers workers) {
    workers.wake(JobRunner.NAME);
  }

  /**
   * Frees what this process held before it was restarted, sees to it that what recurs is in the
   * queue, and begins.
   */
  public void start(Workers workers, Ids ids) {
    prepare(ids);
    IntStream.range(0, AT_ONCE).forEach(i -> workers.start(worker()));
    workers.start(new JobLeases(running, database, clock, process));
  }

  void prepare(Ids ids) {
    var now = clock.instant();
    table.free(database, process, now);
    for (var handler : handlers.values()) {
      if (handler.every().isPresent()) {
        var empty = Tree.builder().build();
        table.insert(database, new Job(ids.next(), handler.kind(), "", empty, 0), now);
      }
    }
  }

  /** One of those who take jobs. For tests, which let it work when they want. */
  public Worker worker() {
    return new JobRunner(handlers, running, database, clock, process);
  }

  Worker leases() {
    return new JobLeases(running, database, clock, process);
  }

  /** The newest jobs that were given up. */
  public List<QueuedJob> parked(Queries queries) {
    return table.parked(queries, MOST_PARKED);
  }
}
