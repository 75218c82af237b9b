package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.PostRow;
import social.kring.community.posts.Reaction;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Ids;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.Context;
import social.kring.door.mastodon.entities.Status;
import social.kring.door.mastodon.entities.StatusEdit;
import social.kring.door.mastodon.entities.StatusSource;

/** Posts, as they are read. */
final class StatusRoutes {
  private static final int MOST_ASKED = 40;
  private static final Permission READ = Permission.open("read:statuses");

  private final Capabilities all;
  private final Composers composers;

  StatusRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    var accounts = Permission.open("read:accounts");
    routes.get("/api/v1/statuses", READ, this::several);
    routes.getStored("/api/v1/statuses/:id", READ, this::get);
    routes.get("/api/v1/statuses/:id/context", READ, this::context);
    routes.get("/api/v1/statuses/:id/history", READ, this::history);
    routes.get("/api/v1/statuses/:id/source", Permission.person("read:statuses"), this::source);
    routes.get("/api/v1/statuses/:id/favourited_by", accounts, this::favouritedBy);
    routes.get("/api/v1/statuses/:id/reblogged_by", accounts, this::rebloggedBy);
    routes.get("/api/v1/statuses/:id/card", READ, this::card);
  }

  private Status get(Call call) {
    return composers.statuses().require(all.database(), call.viewer(), call.id());
  }

  private List<Status> several(Call call) {
    var ids =
        call.parameters().list("id").stream()
            .limit(MOST_ASKED)
            .flatMap(id -> Ids.parse(id).stream().boxed())
            .distinct()
            .toList();
    var entries = all.posts().reading().finder().entries(all.database(), call.viewer(), ids);
    return statuses(call, entries);
  }

  private Context context(Call call) {
    var post = require(call);
    var around = all.posts().reading().threads().around(all.database(), call.viewer(), post.id());
    if (call.viewer() != 0) all.posts().visits().read(post, around);
    return new Context(statuses(call, around.ancestors()), statuses(call, around.descendants()));
  }

  private List<StatusEdit> history(Call call) {
    var post = require(call);
    return all.posts().reading().posts().read(all.database(), PostEntry.of(post.id())).stream()
        .flatMap(view -> composers.edits().of(all.database(), view.post()).stream())
        .toList();
  }

  private StatusSource source(Call call) {
    var wording = all.posts().posts().source(call.person(), call.id());
    return new StatusSource(Long.toString(call.id()), wording.text(), wording.spoiler());
  }

  private List<Account> favouritedBy(Call call) {
    var post = require(call);
    var page = call.accountPage().request();
    return people(
        call, all.posts().reading().reactions().favourites(all.database(), post.id(), page));
  }

  private List<Account> rebloggedBy(Call call) {
    var post = require(call);
    var page = call.accountPage().request();
    return people(call, all.posts().reading().reactions().boosts(all.database(), post.id(), page));
  }

  private List<Account> people(Call call, List<Reaction> reactions) {
    call.link(reactions, Reaction::id);
    return composers
        .accounts()
        .ofIds(all.database(), reactions.stream().map(Reaction::actor).toList());
  }

  /** The oldest apps ask for previews one by one. */
  private Object card(Call call) {
    return composers
        .statuses()
        .require(all.database(), call.viewer(), call.id())
        .card()
        .<Object>map(card -> card)
        .orElseGet(Map::of);
  }

  private List<Status> statuses(Call call, List<PostEntry> entries) {
    return composers.statuses().of(all.database(), call.viewer(), entries);
  }

  private PostRow require(Call call) {
    return all.posts().reading().finder().require(all.database(), call.viewer(), call.id());
  }
}
