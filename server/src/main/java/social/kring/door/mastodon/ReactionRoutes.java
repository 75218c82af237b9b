package social.kring.door.mastodon;

import java.util.List;
import social.kring.community.posts.Favoured;
import social.kring.community.posts.PostEntry;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Status;
import social.kring.protocol.activitystreams.Audience.Visibility;

/** What people do with posts: like, boost, pin. */
final class ReactionRoutes {
  private final Capabilities all;
  private final Composers composers;

  ReactionRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    var favourites = Permission.person("write:favourites");
    var statuses = Permission.person("write:statuses");
    var accounts = Permission.person("write:accounts");
    routes.get("/api/v1/favourites", Permission.person("read:favourites"), this::favoured);
    routes.post("/api/v1/statuses/:id/favourite", favourites, this::favourite);
    routes.post("/api/v1/statuses/:id/unfavourite", favourites, this::unfavourite);
    routes.post("/api/v1/statuses/:id/reblog", statuses, this::boost);
    routes.post("/api/v1/statuses/:id/unreblog", statuses, this::unboost);
    routes.post("/api/v1/statuses/:id/pin", accounts, this::pin);
    routes.post("/api/v1/statuses/:id/unpin", accounts, this::unpin);
  }

  private List<Status> favoured(Call call) {
    var page = call.postPage().request();
    var favoured =
        all.posts().reading().reactions().favouredBy(all.database(), call.viewer(), page);
    call.link(favoured, Favoured::id);
    var entries = favoured.stream().map(each -> PostEntry.of(each.post())).toList();
    return composers.statuses().of(all.database(), call.viewer(), entries);
  }

  private Status favourite(Call call) {
    return status(call, all.posts().favourites().favourite(call.person(), call.id()));
  }

  private Status unfavourite(Call call) {
    return status(call, all.posts().favourites().unfavourite(call.person(), call.id()));
  }

  private Status boost(Call call) {
    var boost = all.posts().boosts().boost(call.person(), call.id(), visibility(call));
    return status(call, boost.id());
  }

  /** A boost to nobody in particular does not exist. */
  private Visibility visibility(Call call) {
    return call.parameters()
        .text("visibility")
        .filter(text -> !text.isBlank())
        .map(Visibilities::parse)
        .orElseGet(
            () -> all.members().people().settings(all.database(), call.viewer()).visibility());
  }

  private Status unboost(Call call) {
    return status(call, all.posts().boosts().unboost(call.person(), call.id()));
  }

  private Status pin(Call call) {
    all.posts().pins().pin(call.person(), call.id());
    return status(call, call.id());
  }

  private Status unpin(Call call) {
    all.posts().pins().unpin(call.person(), call.id());
    return status(call, call.id());
  }

  private Status status(Call call, long id) {
    return composers.statuses().require(all.database(), call.viewer(), id);
  }
}
