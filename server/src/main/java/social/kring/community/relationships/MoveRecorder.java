package social.kring.community.relationships;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import social.kring.community.relationships.MoveTable.MoveRow;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.events.Publication;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** Writes a proven Move down and sends the followers here along. */
final class MoveRecorder {
  /** How long an actor stays where it moved to, lest followers be led in circles. */
  private static final Duration LOCK = Duration.ofDays(7);

  private final MoveTable table;
  private final Actors actors;
  private final Events events;
  private final Jobs jobs;
  private final Clock clock;

  MoveRecorder(MoveTable table, Actors actors, Events events, Jobs jobs, Clock clock) {
    this.table = table;
    this.actors = actors;
    this.events = events;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** The last move, if it is so recent that another one is refused. */
  Optional<MoveRow> recent(Queries queries, long actor) {
    var since = clock.instant().minus(LOCK);
    return table.last(queries, actor).filter(move -> move.movedAt().isAfter(since));
  }

  void record(Transaction tx, ActorRow from, ActorRow to, Optional<Publication> publication) {
    var now = clock.instant();
    table.upsert(tx, new MoveRow(from.id(), to.id(), now));
    actors.markMoved(tx, from.id(), to.uri());
    var details = Tree.builder().put("from", from.id()).put("to", to.id()).build();
    events.record(tx, new Happening("actor.moved", from.id(), details, publication));
    jobs.schedule(tx, FollowAlong.KIND, Long.toString(from.id()), details, now);
  }
}
