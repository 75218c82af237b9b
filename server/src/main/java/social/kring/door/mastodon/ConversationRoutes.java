package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Conversation;

/** Threads of direct messages. */
final class ConversationRoutes {
  private static final String PATH = "/api/v1/conversations";

  private final Capabilities all;
  private final Composers composers;

  ConversationRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    var write = Permission.person("write:conversations");
    routes.get(PATH, Permission.person("read:statuses"), this::list);
    routes.delete(PATH + "/:id", write, this::delete);
    routes.post(PATH + "/:id/read", write, call -> mark(call, false));
    routes.post(PATH + "/:id/unread", write, call -> mark(call, true));
  }

  /** Pages go by the id of the last status. */
  private List<Conversation> list(Call call) {
    var page = call.postPage().request();
    var found = all.conversations().page(all.database(), call.viewer(), page);
    call.link(found, social.kring.community.conversations.Conversation::lastPost);
    return compose(call, found);
  }

  private Conversation mark(Call call, boolean unread) {
    var marked = all.conversations().mark(call.viewer(), call.id(), unread);
    return compose(call, List.of(marked)).getFirst();
  }

  private Map<String, Object> delete(Call call) {
    all.conversations().delete(call.viewer(), call.id());
    return Map.of();
  }

  private List<Conversation> compose(
      Call call, List<social.kring.community.conversations.Conversation> found) {
    return composers.conversations().of(all.database(), call.viewer(), found);
  }
}
