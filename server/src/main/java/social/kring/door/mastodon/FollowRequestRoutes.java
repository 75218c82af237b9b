package social.kring.door.mastodon;

import java.util.List;
import social.kring.community.relationships.Edge;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.Relationship;

/** Who asks to follow the person who is signed in. */
final class FollowRequestRoutes {
  private static final String PATH = "/api/v1/follow_requests";

  private final Capabilities all;
  private final Composers composers;
  private final AccountFinder finder;

  FollowRequestRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
    this.finder = new AccountFinder(all);
  }

  void mount(ApiRoutes routes) {
    var write = Permission.person("write:follows");
    routes.get(PATH, Permission.person("read:follows"), this::list);
    routes.post(PATH + "/:id/authorize", write, this::accept);
    routes.post(PATH + "/:id/reject", write, this::reject);
  }

  private List<Account> list(Call call) {
    var edges =
        all.relationships()
            .reader()
            .requests(all.database(), call.viewer(), call.accountPage().request());
    call.link(edges, Edge::id);
    return composers.accounts().ofIds(all.database(), edges.stream().map(Edge::actor).toList());
  }

  private Relationship accept(Call call) {
    var follower = finder.require(call.id());
    var person = call.person();
    all.database()
        .transaction(
            tx -> {
              all.relationships().follows().accept(tx, person, follower);
              return null;
            });
    return composers.relationships().one(all.database(), call.viewer(), follower);
  }

  private Relationship reject(Call call) {
    var follower = finder.require(call.id());
    var person = call.person();
    all.database()
        .transaction(
            tx -> {
              all.relationships().follows().reject(tx, person, follower);
              return null;
            });
    return composers.relationships().one(all.database(), call.viewer(), follower);
  }
}
