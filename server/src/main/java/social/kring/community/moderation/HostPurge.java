package social.kring.community.moderation;

import java.time.Clock;
import java.util.List;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.peers.PeerPolicy;
import social.kring.federation.peers.PolicyEntry;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.jobs.Unhurried;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/**
 * Has all that came from a blocked host and those below it cleared away: posts, reactions, follows,
 * notifications. Their owners do it, an actor a job.
 */
final class HostPurge implements JobHandler {
  private static final String KIND = "moderation.purge_host";
  private static final int BATCH = 100;
  private static final int HOSTS = 1_000;

  private final Actors actors;
  private final Events events;
  private final Jobs jobs;
  private final Database database;
  private final Clock clock;

  HostPurge(Actors actors, Events events, Jobs jobs, Database database, Clock clock) {
    this.actors = actors;
    this.events = events;
    this.jobs = jobs;
    this.database = database;
    this.clock = clock;
  }

  void schedule(Transaction tx, String host) {
    jobs.schedule(tx, KIND, host, Tree.builder().put("host", host).build(), clock.instant());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Tree details) {
    var blocked = entry(details.string("host").orElseThrow());
    var page = actors.hosts(database, "", HOSTS);
    while (!page.isEmpty()) {
      page.stream().filter(blocked::covers).forEach(this::clear);
      page = actors.hosts(database, page.getLast(), HOSTS);
    }
  }

  /** What is purged are the hosts that a block of this one holds for. */
  private PolicyEntry entry(String host) {
    return new PolicyEntry(host, PeerPolicy.SUSPENDED, "", clock.instant());
  }

  private void clear(String host) {
    var place = new Place(host);
    Unhurried.repeat(place::next);
  }

  /** How far the walk through the people of a host has come. */
  private final class Place {
    private final String host;
    private long after;

    private Place(String host) {
      this.host = host;
    }

    private boolean next() {
      var page = actors.remoteOn(database, host, after, BATCH);
      if (page.isEmpty()) return false;
      database.transaction(tx -> record(tx, page));
      after = page.getLast().id();
      return true;
    }
  }

  private boolean record(Transaction tx, List<ActorRow> page) {
    var nothing = Tree.builder().build();
    events.recordHere(
        tx,
        page.stream().map(actor -> Happening.here("actor.purged", actor.id(), nothing)).toList());
    return true;
  }
}
