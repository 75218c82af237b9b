package social.kring.community.relationships;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.jobs.Unhurried;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** Ends everything between a deleted actor and others, some at a time. */
final class Forgetting implements EventConsumer, JobHandler {
  private static final String KIND = "relationships.forget";
  private static final int BATCH = 200;

  private final Tables tables;
  private final FollowTransitions transitions;
  private final Jobs jobs;
  private final Database database;
  private final Clock clock;

  Forgetting(
      Tables tables, FollowTransitions transitions, Jobs jobs, Database database, Clock clock) {
    this.tables = tables;
    this.transitions = transitions;
    this.jobs = jobs;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "relationships.forgetting";
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
    Unhurried.repeat(() -> database.transaction(tx -> endFollows(tx, actor)) > 0);
    database.transaction(tx -> deleteOthers(tx, actor));
  }

  private int endFollows(Transaction tx, long actor) {
    var some = tables.follows().touching(tx, actor, BATCH);
    some.forEach(row -> transitions.end(tx, row, EndReason.DELETED, Optional.empty()));
    return some.size();
  }

  private int deleteOthers(Transaction tx, long actor) {
    return tables.blocks().deleteTouching(tx, actor)
        + tables.mutes().deleteTouching(tx, actor)
        + tables.notes().deleteTouching(tx, actor)
        + tables.domainMutes().deleteOf(tx, actor);
  }
}
