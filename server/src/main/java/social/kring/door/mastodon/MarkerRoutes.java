package social.kring.door.mastodon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import social.kring.community.timelines.Marker;
import social.kring.community.timelines.Marker.Timeline;
import social.kring.community.timelines.Markers;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Ids;
import social.kring.door.api.Permission;
import social.kring.platform.storage.Database;

/** How far the person who is signed in has read. */
final class MarkerRoutes {
  private static final String PATH = "/api/v1/markers";

  private final Database database;
  private final Markers markers;

  MarkerRoutes(Database database, Markers markers) {
    this.database = database;
    this.markers = markers;
  }

  /** A marker as it is written. */
  record Written(String lastReadId, int version, Instant updatedAt) {}

  void mount(ApiRoutes routes) {
    routes.get(PATH, Permission.person("read:statuses"), this::read);
    routes.post(PATH, Permission.person("write:statuses"), this::set);
  }

  private Map<String, Written> read(Call call) {
    var wanted = call.parameters().list("timeline");
    return written(
        markers.of(database, call.viewer()).stream()
            .filter(marker -> wanted.contains(marker.timeline().text()))
            .toList());
  }

  private Map<String, Written> set(Call call) {
    var set = new ArrayList<Marker>();
    for (var timeline : Timeline.values()) {
      call.parameters()
          .text(timeline.text() + "[last_read_id]")
          .map(Ids::required)
          .ifPresent(id -> set.add(markers.set(database, call.viewer(), timeline, id)));
    }
    return written(set);
  }

  private static Map<String, Written> written(List<Marker> markers) {
    var written = new LinkedHashMap<String, Written>();
    for (var marker : markers) {
      written.put(
          marker.timeline().text(),
          new Written(Long.toString(marker.lastRead()), marker.version(), marker.at()));
    }
    return written;
  }
}
