package social.kring.federation.receiving;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import social.kring.federation.actors.Actors;
import social.kring.federation.actors.ActorsElsewhere;
import social.kring.federation.peers.Peers;
import social.kring.federation.remote.RemoteDocuments;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;
import social.kring.platform.workers.Worker;
import social.kring.protocol.json.Tree;

/**
 * Everything about how activities come in, put together.
 *
 * @param workers to be started once all handlers are there
 * @param sweep to be run by whoever runs jobs
 * @param takeUpAgain to be run before the workers start: frees what this process had taken up
 *     before it was restarted
 */
public record Receiving(Inbox inbox, List<Worker> workers, JobHandler sweep, Runnable takeUpAgain) {
  private static final Duration KEY_PATIENCE = Duration.ofSeconds(5);

  /**
   * Who handles what, and who tells what a bare id names.
   *
   * @param workers how many transactions at once; they share rows, and wait for each other there
   */
  public record Handlers(HandlerRegistry registry, List<KindLookup> lookups, int workers) {}

  /** What is known of other nodes, and how they are asked. */
  public record Outside(
      ActorsElsewhere elsewhere,
      RemoteDocuments documents,
      Peers peers,
      UnaryOperator<Tree> compaction) {}

  /**
   * Where it is kept.
   *
   * @param process names this process: the same after a restart, and never that of another one that
   *     is running
   */
  public record Home(
      Database database, Actors actors, Ids ids, Clock clock, Ticker ticker, String process) {}

  /** How much is taken in, and who is told. */
  public record Capacity(int mostWaiting, Runnable stored) {
    public static final int USUAL = 50_000;
  }

  public static Receiving on(Home home, Outside outside, Handlers handlers, Capacity capacity) {
    var table = new InboxTable();
    var reader = new ArrivalReader(outside.compaction());
    return new Receiving(
        inbox(home, outside, handlers, capacity, table, reader),
        Stream.generate(() -> worker(home, outside, handlers, table, reader))
            .limit(handlers.workers())
            .toList(),
        new InboxSweep(table, home.database(), home.clock()),
        () -> table.free(home.database(), home.process(), home.clock().instant()));
  }

  private static Inbox inbox(
      Home home,
      Outside outside,
      Handlers handlers,
      Capacity capacity,
      InboxTable table,
      ArrivalReader reader) {
    return new Inbox(
        reader,
        checks(home, outside, handlers),
        new Backlog(table, home.database(), home.clock(), capacity.mostWaiting()),
        new Storing(table, home.database(), capacity.stored()),
        new HeardPeers(outside.peers(), home.database(), home.ticker()),
        new Inbox.Moment(home.database(), home.ids(), home.clock()));
  }

  private static Inbox.Checks checks(Home home, Outside outside, Handlers handlers) {
    var borders = new Borders(home.actors(), outside.peers());
    var patience = new Patience(KEY_PATIENCE);
    var keys = outside.elsewhere().keys();
    return new Inbox.Checks(
        borders,
        new Signers(keys, borders, patience),
        new Vouching(handlers.registry(), new Provers(keys, borders, patience, home.clock())));
  }

  private static Worker worker(
      Home home, Outside outside, Handlers handlers, InboxTable table, ArrivalReader reader) {
    var gathering = new Gathering(outside.elsewhere().actors(), outside.documents(), home.clock());
    var preparation =
        new Preparation(
            reader,
            handlers.registry(),
            new ObjectKinds(home.actors(), handlers.lookups()),
            gathering,
            home.database(),
            home.clock());
    return new InboxWorker(
        table,
        preparation,
        new Handling(table, home.database(), home.clock()),
        home.database(),
        home.clock(),
        home.process());
  }
}
