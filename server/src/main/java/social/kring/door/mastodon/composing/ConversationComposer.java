package social.kring.door.mastodon.composing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.posts.PostEntry;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.Conversation;
import social.kring.door.mastodon.entities.Status;
import social.kring.platform.storage.Queries;

/** Composes threads of direct messages. */
public final class ConversationComposer {
  private final AccountComposer accounts;
  private final StatusComposer statuses;

  public ConversationComposer(AccountComposer accounts, StatusComposer statuses) {
    this.accounts = accounts;
    this.statuses = statuses;
  }

  /** In their order, as their owner sees them. */
  public List<Conversation> of(
      Queries queries,
      long owner,
      List<social.kring.community.conversations.Conversation> conversations) {
    var people = people(queries, owner, conversations);
    var posts = posts(queries, owner, conversations);
    return conversations.stream().map(each -> compose(owner, each, people, posts)).toList();
  }

  /** Who writes to herself alone has herself as company. */
  private static Conversation compose(
      long owner,
      social.kring.community.conversations.Conversation found,
      Map<Long, Account> people,
      Map<Long, Status> posts) {
    var company = found.others().isEmpty() ? List.of(owner) : found.others();
    return new Conversation(
        Long.toString(found.id()),
        found.unread(),
        company.stream().flatMap(id -> Stream.ofNullable(people.get(id))).toList(),
        Optional.ofNullable(posts.get(found.lastPost())));
  }

  private Map<Long, Account> people(
      Queries queries,
      long owner,
      List<social.kring.community.conversations.Conversation> conversations) {
    var others = conversations.stream().flatMap(each -> each.others().stream());
    var ids = Stream.concat(Stream.of(owner), others).distinct().toList();
    return accounts.ofIds(queries, ids).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                account -> Long.valueOf(account.id()), Function.identity()));
  }

  private Map<Long, Status> posts(
      Queries queries,
      long owner,
      List<social.kring.community.conversations.Conversation> conversations) {
    var entries = conversations.stream().map(each -> PostEntry.of(each.lastPost())).toList();
    return statuses.of(queries, owner, entries).stream()
        .collect(
            Collectors.toUnmodifiableMap(status -> Long.valueOf(status.id()), Function.identity()));
  }
}
