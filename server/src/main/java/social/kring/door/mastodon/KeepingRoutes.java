package social.kring.door.mastodon;

import java.util.List;
import social.kring.community.posts.Favoured;
import social.kring.community.posts.PostEntry;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Status;

/** What people do with posts for themselves: keep them, and mute their threads. */
final class KeepingRoutes {
  private final Capabilities all;
  private final Composers composers;

  KeepingRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    var bookmarks = Permission.person("write:bookmarks");
    var mutes = Permission.person("write:mutes");
    routes.get("/api/v1/bookmarks", Permission.person("read:bookmarks"), this::kept);
    routes.post("/api/v1/statuses/:id/bookmark", bookmarks, this::keep);
    routes.post("/api/v1/statuses/:id/unbookmark", bookmarks, this::drop);
    routes.post("/api/v1/statuses/:id/mute", mutes, this::mute);
    routes.post("/api/v1/statuses/:id/unmute", mutes, this::unmute);
  }

  private List<Status> kept(Call call) {
    var page = call.postPage().request();
    var kept = all.posts().bookmarks().of(all.database(), call.viewer(), page);
    call.link(kept, Favoured::id);
    var entries = kept.stream().map(each -> PostEntry.of(each.post())).toList();
    return composers.statuses().of(all.database(), call.viewer(), entries);
  }

  private Status keep(Call call) {
    return status(call, all.posts().bookmarks().keep(call.viewer(), call.id()));
  }

  private Status drop(Call call) {
    return status(call, all.posts().bookmarks().drop(call.viewer(), call.id()));
  }

  private Status mute(Call call) {
    return status(call, all.posts().bookmarks().mute(call.viewer(), call.id()));
  }

  private Status unmute(Call call) {
    return status(call, all.posts().bookmarks().unmute(call.viewer(), call.id()));
  }

  private Status status(Call call, long id) {
    return composers.statuses().require(all.database(), call.viewer(), id);
  }
}
