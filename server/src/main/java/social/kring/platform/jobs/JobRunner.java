package social.kring.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.platform.workers.Worker;
import social.kring.protocol.Problem;

/** Takes one due job after the other and carries it out. Several of these run at once. */
final class JobRunner implements Worker {
  static final String NAME = "jobs";

  /** Renewed long before it ends. */
  static final Duration LEASE = Duration.ofSeconds(25);

  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final Duration LAST_RETRY = Duration.ofHours(1);
  private static final int MOST_TRIES = 12;
  private static final int LONGEST_REASON = 1_000;

  private final JobTable table = new JobTable();
  private final Map<String, JobHandler> handlers;
  private final RunningJobs running;
  private final Database database;
  private final Clock clock;
  private final String process;

  JobRunner(
      Map<String, JobHandler> handlers,
      RunningJobs running,
      Database database,
      Clock clock,
      String process) {
    this.handlers = Map.copyOf(handlers);
    this.running = running;
    this.database = database;
    this.clock = clock;
    this.process = process;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public boolean work() {
    var job = claim();
    job.ifPresent(this::run);
    return job.isPresent();
  }

  private Optional<Job> claim() {
    var now = clock.instant();
    return running.take(
        handlers.keySet(),
        kinds -> table.claim(database, new JobTable.Claim(kinds, process, now, now.plus(LEASE))));
  }

  private void run(Job job) {
    try {
      handlers.get(job.kind()).run(job.details());
      finish(job);
    } catch (RuntimeException | StackOverflowError failure) {
      fail(job, failure);
    } finally {
      running.end(job);
    }
  }

  private void finish(Job job) {
    recurrence(job)
        .ifPresentOrElse(
            every -> table.repeat(database, job, process, clock.instant().plus(every)),
            () -> database.transaction(tx -> finished(tx, job)));
  }

  private boolean finished(Transaction tx, Job job) {
    table.finish(tx, job, process);
    return true;
  }

  private Optional<Duration> recurrence(Job job) {
    return job.key().isEmpty() ? handlers.get(job.kind()).every() : Optional.empty();
  }

  /** What recurs is never given up. */
  private void fail(Job job, Throwable failure) {
    var reason = reason(failure);
    var over = job.tries() >= MOST_TRIES && recurrence(job).isEmpty();
    log.atLevel(over ? Level.ERROR : Level.WARN)
        .addKeyValue("kind", job.kind())
        .addKeyValue("job", job.id())
        .addKeyValue("tries", job.tries())
        .addKeyValue("reason", reason)
        .setCause(failure instanceof Problem ? null : failure)
        .log(over ? "a job is given up" : "a job failed");
    if (over) table.park(database, job, process, reason, clock.instant());
    else table.retry(database, job, process, reason, clock.instant().plus(rest(job, failure)));
  }

  private static Duration rest(Job job, Throwable failure) {
    var doubled = FIRST_RETRY.multipliedBy(1L << Math.min(job.tries() - 1, MOST_TRIES));
    var asked =
        failure instanceof Problem problem
            ? problem.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    var longer = doubled.compareTo(asked) > 0 ? doubled : asked;
    return longer.compareTo(LAST_RETRY) < 0 ? longer : LAST_RETRY;
  }

  private static String reason(Throwable failure) {
    var text = failure.toString();
    return text.substring(0, Math.min(text.length(), LONGEST_REASON));
  }
}
