package social.kring.community.timelines;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import social.kring.community.timelines.Marker.Timeline;
import social.kring.platform.storage.Queries;

/** Remembers how far people have read, for all their apps. */
public final class Markers {
  private final MarkerTable table = new MarkerTable();
  private final Clock clock;

  public Markers(Clock clock) {
    this.clock = clock;
  }

  public List<Marker> of(Queries queries, long owner) {
    return table.of(queries, owner);
  }

  public Optional<Marker> of(Queries queries, long owner, Timeline timeline) {
    return of(queries, owner).stream().filter(each -> each.timeline() == timeline).findFirst();
  }

  public Marker set(Queries queries, long owner, Timeline timeline, long lastRead) {
    return table.upsert(queries, owner, timeline, lastRead, clock.instant());
  }
}
