package social.kring.community.relationships;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import social.kring.community.PageRequest;
import social.kring.community.relationships.MuteTable.MuteRow;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** Muting: who is muted never learns of it. */
public final class Mutes {
  private final MuteTable table;
  private final Events events;
  private final Ids ids;
  private final Clock clock;

  Mutes(MuteTable table, Events events, Ids ids, Clock clock) {
    this.table = table;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Mutes somebody, or changes the mute that is there.
   *
   * @param lasting empty: until it is taken back
   * @throws Problem INVALID for oneself
   */
  public void mute(
      Transaction tx,
      long muter,
      long muted,
      boolean hidesNotifications,
      Optional<Duration> lasting) {
    if (muter == muted) {
      throw Problem.invalid("nobody can mute themselves");
    }
    var now = clock.instant();
    var row = new MuteRow(ids.next(), muter, muted, hidesNotifications, lasting.map(now::plus));
    table.upsert(tx, row, now);
    record(tx, "mute.made", row.id(), muter, muted);
  }

  /** Ends a mute; nothing happens where there is none. */
  public void unmute(Transaction tx, long muter, long muted) {
    table.delete(tx, muter, muted).ifPresent(id -> record(tx, "mute.ended", id, muter, muted));
  }

  /** Whom somebody mutes, newest first. */
  public List<MutedEdge> mutedBy(Queries queries, long muter, PageRequest page) {
    return table.of(queries, muter, clock.instant(), page);
  }

  private void record(Transaction tx, String kind, long id, long muter, long muted) {
    var details = Tree.builder().put("muter", muter).put("muted", muted).build();
    events.record(tx, Happening.here(kind, id, details));
  }
}
