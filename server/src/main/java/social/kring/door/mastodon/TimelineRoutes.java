package social.kring.door.mastodon;

import java.util.ArrayList;
import java.util.List;
import social.kring.community.posts.EntryQuery;
import social.kring.community.posts.PostEntry;
import social.kring.community.timelines.TagChoice;
import social.kring.community.timelines.TimelineFilter;
import social.kring.community.timelines.TimelineFilter.Origin;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Parameters;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Status;

/** The lists of posts that people read. */
final class TimelineRoutes {
  private final Capabilities all;
  private final Composers composers;

  TimelineRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    var everyone = Permission.open("read:statuses");
    routes.getStored("/api/v1/timelines/home", Permission.person("read:statuses"), this::home);
    routes.getStored("/api/v1/timelines/public", everyone, this::everyone);
    routes.getStored("/api/v1/timelines/tag/:tag", everyone, this::tagged);
    routes.getStored("/api/v1/timelines/list/:id", Permission.person("read:lists"), this::list);
  }

  private List<Status> home(Call call) {
    var page = call.postPage().request();
    return answer(call, all.timelines().home(call.viewer(), page));
  }

  private List<Status> list(Call call) {
    var lists = all.curation().lists();
    var list = lists.require(all.database(), call.viewer(), call.id());
    return answer(call, lists.timeline(all.database(), list, call.postPage().request()));
  }

  private List<Status> everyone(Call call) {
    var page = call.postPage().request();
    var filter = filter(call.parameters());
    return answer(call, all.timelines().everyone(call.viewer(), filter, page));
  }

  private List<Status> tagged(Call call) {
    var page = call.postPage().request();
    var filter = filter(call.parameters());
    return answer(
        call, all.timelines().tagged(all.database(), call.viewer(), tags(call), filter, page));
  }

  private static TagChoice tags(Call call) {
    var any = new ArrayList<>(List.of(call.path("tag")));
    any.addAll(call.parameters().list("any"));
    return new TagChoice(any, call.parameters().list("all"), call.parameters().list("none"));
  }

  private static TimelineFilter filter(Parameters parameters) {
    return new TimelineFilter(origin(parameters), parameters.flag("only_media").orElse(false));
  }

  private static Origin origin(Parameters parameters) {
    if (parameters.flag("local").orElse(false)) return Origin.HERE;
    return parameters.flag("remote").orElse(false) ? Origin.ELSEWHERE : Origin.ANYWHERE;
  }

  private List<Status> answer(Call call, EntryQuery list) {
    var page = composers.statuses().page(all.database(), call.viewer(), list);
    call.link(page.entries(), PostEntry::id);
    return page.statuses();
  }

  private List<Status> answer(Call call, List<PostEntry> entries) {
    call.link(entries, PostEntry::id);
    return composers.statuses().of(all.database(), call.viewer(), entries);
  }
}
