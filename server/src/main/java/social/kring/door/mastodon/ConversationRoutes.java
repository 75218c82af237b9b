package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.posts.PostEntry;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.Conversation;
import social.kring.door.mastodon.entities.Status;

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
    var people = people(call, found);
    var posts = posts(call, found);
    return found.stream().map(each -> compose(call, each, people, posts)).toList();
  }

  /** Who writes to herself alone has herself as company. */
  private static Conversation compose(
      Call call,
      social.kring.community.conversations.Conversation found,
      Map<Long, Account> people,
      Map<Long, Status> posts) {
    var company = found.others().isEmpty() ? List.of(call.viewer()) : found.others();
    return new Conversation(
        Long.toString(found.id()),
        found.unread(),
        company.stream().flatMap(id -> Stream.ofNullable(people.get(id))).toList(),
        Optional.ofNullable(posts.get(found.lastPost())));
  }

  private Map<Long, Account> people(
      Call call, List<social.kring.community.conversations.Conversation> found) {
    var ids =
        Stream.concat(
                Stream.of(call.viewer()), found.stream().flatMap(each -> each.others().stream()))
            .distinct()
            .toList();
    return composers.accounts().ofIds(all.database(), ids).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                account -> Long.valueOf(account.id()), Function.identity()));
  }

  private Map<Long, Status> posts(
      Call call, List<social.kring.community.conversations.Conversation> found) {
    var entries = found.stream().map(each -> PostEntry.of(each.lastPost())).toList();
    return composers.statuses().of(all.database(), call.viewer(), entries).stream()
        .collect(
            Collectors.toUnmodifiableMap(status -> Long.valueOf(status.id()), Function.identity()));
  }
}
