package social.kring.federation.sending;

import java.time.Clock;
import java.util.Collection;
import social.kring.federation.peers.Peers;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.http.PeerClient;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.platform.workers.Workers;

/** All that brings activities to other hosts, put together. */
public final class Sending implements AutoCloseable {
  private final Means means;
  private final Database database;
  private final Clock clock;
  private final Workers workers;
  private final Claims claims;
  private final DeliveryWorker worker;
  private final Reports reports;
  private final Audiences audiences;

  /**
   * What deliveries are made with.
   *
   * @param client with {@link social.kring.platform.http.PeerLimits#DELIVERING}
   * @param process names this process: the same after a restart, and never that of another one that
   *     is running
   */
  public record Means(
      PeerClient client,
      DeliverySigner signer,
      Peers peers,
      SendingLimits limits,
      String process) {}

  /** Nothing runs before {@link #start}. */
  public Sending(
      Means means,
      Collection<Audience> audiences,
      Database database,
      Clock clock,
      Workers workers) {
    this.means = means;
    this.database = database;
    this.clock = clock;
    this.workers = workers;
    this.audiences = new Audiences(audiences);
    this.claims = new Claims(database, clock, means.process(), means.limits().perHost());
    var underWay = new UnderWay(means.limits());
    var turnstile = new Turnstile(underWay);
    this.reports =
        new Reports(
            new Settlement(database, means.peers()),
            claims::terms,
            underWay,
            turnstile,
            new Reports.Signals(() -> workers.wake(Reports.NAME), this::wake));
    this.worker =
        new DeliveryWorker(
            claims,
            new Courier(means.client(), means.signer(), means.peers(), database, clock),
            underWay,
            turnstile,
            reports);
  }

  /** Turns publications into deliveries. */
  public EventConsumer consumer() {
    return new Expansion(audiences, clock, this::wake);
  }

  /** Keeps the queue small. */
  public JobHandler sweep() {
    return new DeliverySweep(database, clock);
  }

  public DeliveryQueue queue() {
    return new DeliveryQueue(clock, this::wake);
  }

  /** Frees what this process held before it was restarted, tries all hosts again, and begins. */
  public void start() {
    prepare();
    workers.start(worker);
    workers.start(reports);
    workers.start(releases());
  }

  void prepare() {
    database.transaction(
        tx -> {
          means.peers().tryAllAgain(tx);
          new LaneTable().freeAll(tx, means.process(), clock.instant());
          return true;
        });
  }

  HostReleases releases() {
    return new HostReleases(database, clock, this::wake);
  }

  /** Sends all that can be sent now, and waits for it. For tests. */
  public void drain() {
    worker.drain();
  }

  private void wake() {
    workers.wake(DeliveryWorker.NAME);
  }

  /** Begins nothing more and waits for what is under way. */
  @Override
  public void close() {
    worker.close();
  }
}
