package social.kring.door.mastodon;

import social.kring.community.timelines.Marker;
import social.kring.community.timelines.Marker.Timeline;
import social.kring.community.timelines.Markers;
import social.kring.door.api.Call;
import social.kring.door.api.Page;
import social.kring.platform.storage.Queries;

/** How far somebody has read. */
record ReadNotifications(Markers markers, Queries queries) {
  private static final int USUALLY_COUNTED = 100;
  private static final int MOST_COUNTED = 1_000;

  /** The id of the notification that was read last; 0: none was. */
  long last(Call call) {
    return markers
        .of(queries, call.viewer(), Timeline.NOTIFICATIONS)
        .map(Marker::lastRead)
        .orElse(0L);
  }

  /** How far those that are not read are counted. */
  static int most(Call call) {
    return Page.limit(call.parameters(), USUALLY_COUNTED, MOST_COUNTED);
  }
}
