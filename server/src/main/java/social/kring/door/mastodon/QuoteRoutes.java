package social.kring.door.mastodon;

import java.util.List;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.QuotePolicy;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Ids;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Status;
import social.kring.protocol.Problem;

/** Who quotes a post, and who may. */
final class QuoteRoutes {
  private final Capabilities all;
  private final Composers composers;

  QuoteRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    var write = Permission.person("write:statuses");
    routes.get("/api/v1/statuses/:id/quotes", Permission.open("read:statuses"), this::quoting);
    routes.post("/api/v1/statuses/:id/quotes/:quoting/revoke", write, this::revoke);
    routes.put("/api/v1/statuses/:id/interaction_policy", write, this::rule);
  }

  private List<Status> quoting(Call call) {
    var post = all.posts().reading().finder().require(all.database(), call.viewer(), call.id());
    var page = call.postPage().request();
    var entries =
        all.posts().reading().quotes().quoting(all.database(), call.viewer(), post.id(), page);
    call.link(entries, PostEntry::id);
    return composers.statuses().of(all.database(), call.viewer(), entries);
  }

  /** Answers with the quote, or with what was quoted where its author may not see the quote. */
  private Status revoke(Call call) {
    var quoting = Ids.required(call.path("quoting"));
    all.posts().quotes().revoke(call.person(), call.id(), quoting);
    var finder = all.posts().reading().finder();
    var shown = finder.entry(all.database(), call.viewer(), quoting).map(entry -> quoting);
    return composers.statuses().require(all.database(), call.viewer(), shown.orElse(call.id()));
  }

  private Status rule(Call call) {
    var policy =
        call.parameters()
            .text("quote_approval_policy")
            .filter(text -> !text.isBlank())
            .map(QuotePolicy::chosen)
            .orElseThrow(
                () -> Problem.invalid("Validation failed: quote_approval_policy can't be blank"));
    all.posts().quotes().rule(call.person(), call.id(), policy);
    return composers.statuses().require(all.database(), call.viewer(), call.id());
  }
}
