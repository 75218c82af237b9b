package social.kring.community.moderation;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import social.kring.community.Foundation;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.peers.HostPolicies;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/**
 * Brings what is known of actors into line with the policy towards their hosts, some at a time:
 * those of a suspended host disappear with all that they wrote and their follows rest; they come
 * back with their host, unless they were suspended for themselves.
 */
final class HostSuspensions implements JobHandler {
  private static final String KIND = "moderation.apply_hosts";
  private static final int BATCH = 200;

  private final HostSuspensionTable table;
  private final HostPolicies policies;
  private final Actors actors;
  private final Events events;
  private final Jobs jobs;
  private final Database database;
  private final Clock clock;

  HostSuspensions(Foundation base, HostPolicies policies) {
    this.table = new HostSuspensionTable();
    this.policies = policies;
    this.actors = base.actors();
    this.events = base.events();
    this.jobs = base.jobs();
    this.database = base.database();
    this.clock = base.clock();
  }

  /** Leaves the work for later, in the transaction that changes a policy. */
  void schedule(Transaction tx) {
    jobs.schedule(tx, KIND, "", Tree.builder().build(), clock.instant());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Tree details) {
    suspendAll();
    unsuspendAll();
  }

  private void suspendAll() {
    var after = 0L;
    for (var page = page(after); !page.isEmpty(); page = page(after)) {
      after = page.getLast().id();
      var batch =
          page.stream()
              .filter(actor -> actor.standing().active() && policies.isSuspended(actor.uri()))
              .toList();
      inTransaction(tx -> batch.forEach(actor -> suspend(tx, actor)), batch);
    }
  }

  private void unsuspendAll() {
    var after = 0L;
    for (var page = suspended(after); !page.isEmpty(); page = suspended(after)) {
      after = page.getLast();
      var batch =
          actors.byIds(database, page).stream()
              .filter(actor -> !policies.isSuspended(actor.uri()))
              .toList();
      inTransaction(tx -> batch.forEach(actor -> unsuspend(tx, actor)), batch);
    }
  }

  private List<ActorRow> page(long after) {
    return actors.remoteAfter(database, after, BATCH);
  }

  private List<Long> suspended(long after) {
    return table.after(database, after, BATCH);
  }

  private void suspend(Transaction tx, ActorRow actor) {
    actors.suspend(tx, actor.id());
    table.insert(tx, actor.id(), clock.instant());
    record(tx, "actor.suspended", actor);
  }

  private void unsuspend(Transaction tx, ActorRow actor) {
    actors.unsuspend(tx, actor.id());
    table.delete(tx, actor.id());
    record(tx, "actor.unsuspended", actor);
  }

  private void record(Transaction tx, String kind, ActorRow actor) {
    events.record(tx, Happening.here(kind, actor.id(), Tree.builder().build()));
  }

  private void inTransaction(Consumer<Transaction> work, List<ActorRow> batch) {
    if (!batch.isEmpty()) {
      database.transaction(
          tx -> {
            work.accept(tx);
            return null;
          });
    }
  }
}
