package social.kring.community.posts;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.jobs.Unhurried;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/**
 * Clears away what somebody wrote, liked, boosted and kept who is no more, or whose host is purged.
 * Peers are told of the whole actor at once, not of each post. A job that is interrupted finds what
 * is left.
 */
final class Purge implements EventConsumer, JobHandler {
  private static final String KIND = "posts.purge";
  private static final int BATCH = 200;

  private final PurgeTable table = new PurgeTable();
  private final PostEvents events;
  private final Jobs jobs;
  private final Database database;
  private final Clock clock;

  Purge(PostEvents events, Jobs jobs, Database database, Clock clock) {
    this.events = events;
    this.jobs = jobs;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "posts.purge";
  }

  @Override
  public Set<String> kinds() {
    return Set.of("actor.deleted", "actor.purged");
  }

  @Override
  public void consume(List<Event> events, Transaction tx) {
    for (var event : events) {
      var details = Tree.builder().put("actor", event.subject()).build();
      jobs.schedule(tx, KIND, Long.toString(event.subject()), details, clock.instant());
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Tree details) {
    var actor = details.number("actor").orElseThrow();
    Unhurried.repeat(() -> some(actor));
    Unhurried.repeat(
        () -> database.transaction(tx -> table.deleteReactionsBy(tx, actor, BATCH)) > 0);
  }

  /** Reactions first: once a post is buried, nobody looks for them. */
  private boolean some(long actor) {
    var posts = table.some(database, actor, BATCH);
    if (posts.isEmpty()) return false;
    Unhurried.repeat(
        () -> database.transaction(tx -> table.deleteReactionsTo(tx, posts, BATCH)) > 0);
    database.transaction(tx -> bury(tx, actor, posts));
    return true;
  }

  private boolean bury(Transaction tx, long actor, List<Long> posts) {
    events.purged(tx, actor, table.bury(tx, posts, clock.instant()));
    return true;
  }
}
